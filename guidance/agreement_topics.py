"""What an agreement may be about: {slug: (label, prompt)}."""

from django.utils.translation import gettext_lazy as _

# The slugs are those of the shipped vocabulary; a test holds the two together.
TOPICS = {
    "goals": (
        _("What we hope for"),
        _("One to three goals in plain words, and how we’ll know they’ve been met."),
    ),
    "rhythm": (
        _("Staying in touch"),
        _(
            "How we’ll talk, how often and for how long, and how long a silence can last "
            "before one of us checks in."
        ),
    ),
    "first-move": (
        _("Who moves first"),
        _("Who sends the invitations and who brings the agenda. Usually the person who asked does."),
    ),
    "confidentiality": (
        _("What stays between us"),
        _(
            "What’s private, what may be shared and with whose permission, and the rare "
            "exceptions, such as safety or the law."
        ),
    ),
    "boundaries": (
        _("Boundaries"),
        _(
            "Hours, reply times, topics that are off limits, and what this is not: not a job "
            "offer, not management, not therapy."
        ),
    ),
    "feedback": (
        _("How we like feedback"),
        _("Written or spoken, direct or gentle, now or later. It goes both ways."),
    ),
    "conflicts": (
        _("Conflicts of interest"),
        _("Might either of us ever manage, hire, assess or review the other?"),
    ),
    "ending": (
        _("How we will end"),
        _("A review date, a way out for either of us without blame, and how we’d like to say goodbye."),
    ),
}
