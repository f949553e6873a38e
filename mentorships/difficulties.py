"""What helps when things go badly, in our own words: how to open the talk, and what it may be about."""

from django.utils.translation import gettext_lazy as _

FIRST_LINES = (
    _("“Before we go on: is this still useful for you? I would like to change one thing.”"),
    _("“I have been quiet, and it is not you. Could we find twenty minutes next week?”"),
    _("“Last time you told me what to do, and I lost the thread. Could you ask me questions instead?”"),
)

ADVICE = (
    (
        _("We have gone quiet"),
        _(
            "Think of a busy week before you think of a reason. Two easy lines and two dates are enough. "
            "If nothing comes back in a fortnight, ask a coordinator."
        ),
    ),
    (
        _("We expected different things"),
        _("Look at your agreement together and write one line of it anew. One line is a beginning."),
    ),
    (
        _("Too much telling"),
        _(
            "Mentee: ask for questions instead of answers. Mentor: wait one breath more, then ask what "
            "has been thought of already."
        ),
    ),
    (
        _("It does not click"),
        _(
            "Say it early and plainly. A frank talk mends more pairs than it ends, and to go on with "
            "somebody else is nobody’s failure."
        ),
    ),
    (
        _("Our jobs have moved closer"),
        _("Where one of you may come to manage, appoint or review the other, pause and tell a coordinator."),
    ),
    (
        _("Something is wrong"),
        _(
            "If you are bullied, pressed or afraid, skip all steps: leave at once. You owe no explanation, "
            "and nobody will ask you to sort it out alone first."
        ),
    ),
)
