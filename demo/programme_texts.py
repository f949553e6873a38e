"""What the programmes of the demonstration say."""

FIRST_YEARS = {
    "name": "First years in the profession",
    "summary": "Six months with somebody who has been there, and four evenings with everyone.",
    "description": (
        "For people in their first five years. You meet your mentor once a month, and everyone in the programme "
        "four times.\n\n"
        "* **Month 1:** kick-off, and finding your mentor\n"
        "* **Month 2:** asking for help, without apologising\n"
        "* **Month 4:** your first own project\n"
        "* **Month 6:** closing evening"
    ),
    "objectives": "* Know where you stand, and what comes next\n* Have one piece of work to show\n* Know ten people",
    "commitment": "Two hours a month, for six months",
    "who": "Members who have worked in libraries for less than five years. Mentors from all kinds of libraries.",
    "milestones": [
        {"title": "Kick-off", "days": -14, "minutes": 90, "place": "https://rooms.demo.example/kick-off"},
        {
            "title": "Webinar: asking for help",
            "days": 6,
            "minutes": 60,
            "text": "Bring one question you have not dared to ask.",
            "place": "https://rooms.demo.example/asking",
        },
        {"title": "A plan for your own project", "days": 60, "kind": "evidence"},
        {"title": "Closing evening", "days": 158, "minutes": 120},
    ],
}
PAGES = [
    {
        "title": "How this programme works",
        "text": "## Three things\n\n1. You ask the mentor. They like to be asked.\n2. You bring the topics.\n"
        "3. Mark a milestone when the two of you have done it.\n\nThe [list of programmes](/programmes/) shows all.",
    },
    {
        "title": "A first conversation",
        "text": "Start with what you want to be different in six months. Then say what you can *not* talk about.",
    },
]
CHARTERSHIP = {
    "name": "Towards Chartership",
    "qualification": "Chartership",
    "summary": "A year with a mentor who is chartered, up to the day you submit.",
    "description": "You keep a record of your hours, and gather evidence for your portfolio as you go.",
    "objectives": "* A portfolio that is ready to submit",
    "commitment": "Three hours a month, for a year",
    "who": "Members who have registered for Chartership. Your mentor must not be your manager.",
    "milestones": [
        {"title": "Self-assessment", "kind": "evidence"},
        {"title": "Evidence: what changed in your service", "kind": "evidence"},
        {"title": "Draft of the portfolio", "days": 240, "kind": "portfolio"},
    ],
}
REQUEST = "I changed from archives to a public library in spring. Could we talk about how to find my feet?"
