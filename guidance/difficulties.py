"""What helps when things go badly, in our own words: how to open the talk, and what it may be about."""

from django.utils.translation import gettext_lazy as _

FIRST_LINES = (
    _("“Before we go on, is this still useful to you? I’d like to change one thing.”"),
    _("“I’ve been quiet, and it’s not about you. Could we find 20 minutes next week?”"),
    _("“Last time you told me what to do, and I lost my way a little. Could you ask me questions instead?”"),
)

ADVICE = (
    (
        _("We’ve gone quiet"),
        _(
            "It’s probably just a busy week. Send two friendly lines and two possible dates. "
            "If you hear nothing for two weeks, ask a coordinator."
        ),
    ),
    (
        _("We expected different things"),
        _("Look at your agreement together and rewrite one line. One line is a start."),
    ),
    (
        _("Too much telling, not enough asking"),
        _(
            "Mentee: ask for questions instead of answers. Mentor: pause a moment longer, "
            "then ask what they’ve already considered."
        ),
    ),
    (
        _("We don’t click"),
        _(
            "Say so early and plainly. An honest talk mends more mentorships than it ends, "
            "and moving on to someone else is nobody’s failure."
        ),
    ),
    (
        _("Our jobs have become too close"),
        _("If one of you might come to manage, hire or review the other, pause and tell a coordinator."),
    ),
    (
        _("Something is wrong"),
        _(
            "If you’re being bullied or pressured, or you’re afraid, skip all these steps "
            "and leave at once. You owe no explanation, and nobody will ask you to sort it "
            "out alone first."
        ),
    ),
)
