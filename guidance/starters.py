"""Conversation starters by theme, and an agenda for a first meeting. A test holds them to the vocabulary."""

from django.utils.translation import gettext_lazy as _

FIRST_AGENDA = (
    (10, _("How we each got here"), _("Tell each other the honest version of how you came to library work.")),
    (15, _("What’s going on now"), _("Talk about how things are: what’s good, what’s hard, what’s next.")),
    (
        15,
        _("What would make this worthwhile"),
        _("Choose a first goal small enough to make progress on in a month."),
    ),
    (
        10,
        _("How we’ll work together"),
        _(
            "Go through the agreement together: how often you’ll meet, privacy, boundaries "
            "and how you’ll end."
        ),
    ),
    (5, _("Next step"), _("Book the next meeting before you leave this one.")),
)
STARTERS = {
    "getting-to-know": (
        _("What did you think this job would be, before you had it?"),
        _("Which part of your week would you keep if you could keep only one?"),
        _("Who has helped you at work, and what exactly did they do?"),
        _("What’s on your desk, real or virtual, that says the most about your library?"),
    ),
    "goals": (
        _("When we talk in six months, what would you love to be able to tell me?"),
        _("What have you been meaning to ask someone?"),
        _("What would you try if nobody was keeping score?"),
    ),
    "skills": (
        _("Show me something you made recently, and tell me what you would change."),
        _("What comes easily to you that colleagues find hard?"),
        _("Which tool or standard do you nod along to without really understanding it?"),
    ),
    "organization": (
        _("How do decisions really get made where you are?"),
        _("Whose support do you need, and what do they care about?"),
        _("What is the unwritten rule you learned the hard way?"),
    ),
    "career": (
        _("What kind of library have you never considered, and why not?"),
        _("Read me a job ad that tempts you. Which line worries you?"),
        _("What would you need to hear before you applied?"),
    ),
    "isolation": (
        _("Who do you ask when you’re stuck?"),
        _("What would you hand over to a colleague, if you had one?"),
        _("Which meeting, list or group might become your staff room?"),
    ),
    "wellbeing": (
        _("What are you carrying that isn’t yours to carry?"),
        _("When did you last finish a day feeling done?"),
        _("What could be left undone without harm?"),
    ),
    "mentor-shares": (
        _("Tell me about a mistake you made early on and what happened next."),
        _("What are you finding difficult at the moment?"),
        _("What have you changed your mind about?"),
    ),
}
# What a mentorship is about, and the theme that lies nearest. Everything else: one theme after another.
NEAREST = {
    "specific-skill": "skills",
    "isolation": "isolation",
    "wellbeing": "wellbeing",
    "confidence": "wellbeing",
    "settle-in": "organization",
    "change": "career",
}
