"""What the two of the demonstration have written to each other. Invented, and in English only."""

REQUEST = {
    "message": "I started at a teachers' college in Kisumu fourteen months ago, as the only librarian who teaches. "
    "I give the same class to three hundred first-years, and I can hear myself lose them. Your line about the "
    "enquiry desk and the radio made me think that you might know how to keep a room with you. Could we talk "
    "about that?",
    "hopes": "To walk into the September classes without a stomach ache, and to have tried one thing I was afraid of.",
}
ASKED_BACK = (
    "With pleasure. Before I say yes: do you teach alone, or could somebody sit at the back now and then?"
)
ANSWERED = "Alone, mostly. But Mrs Wekesa from the English department has offered to come once a month."

LETTER_FIRST = {
    "letter": "Amina, what stayed with me from our first talk is how exactly you remember the faces. You said that "
    "you lose them, and then you told me about the boy who wrote down every database name. You had not lost him. "
    "I would like you to count, next time, not who looks away but who looks up.",
    "works": "You prepare as if it were the first time, every time.",
    "next_time": "Leave one slide out. Tell me which one you chose.",
}
ANSWER_FIRST = (
    "I left out the one about Boolean operators. Nobody missed it, and we had six minutes for questions."
)
LETTER_SECOND = {
    "letter": "You asked what helps me most. It is that you tell me how your own classes went wrong. When you wrote "
    "about the lecture hall without power I laughed aloud on the bus, and the next morning I was less afraid.",
    "works": "Stories of what failed, with what you did the week after.",
    "better": "Sometimes you answer before I have finished my question. I think it is the line; still, wait for me.",
}
ANSWER_SECOND = "It is not the line. Thank you; I will count to three."
LETTER_THIRD = {
    "letter": "I watched the recording twice, the second time without sound. You walk towards whoever asks. I do not "
    "know anybody who learnt that from a book.",
    "works": "The pause after your question. Eleven seconds! I would not have dared.",
    "better": "The handout says everything that you say. Let it say what you do not.",
    "next_time": "Ask Mrs Wekesa to sit in the front row for once.",
}
LETTER_FOURTH = {
    "letter": "Half a year. I have taught the class nineteen times, and the last time I forgot to be nervous until it "
    "was over. The dean has asked me to show two colleagues how I do it. I said yes before I could think.",
    "works": "Counting who looks up. I have a number now: thirty-one of forty.",
    "next_time": "I would like to talk about saying no. The yes to the dean was the third this month.",
}

AGREEMENT = {
    "focus": "Teaching first-years with less fear, and finding out what Amina wants to be known for.",
    "goals": "One class that feels like hers. A colleague who comes to watch. A plan for the year after.",
    "often": "monthly",
    "means": ["video", "email"],
    "length": "six-months",
    "first-move": "Amina sends the invitation and two lines about what she wants to talk about.",
    "confidentiality": "What we say stays with us. Mrs Wekesa may be told what concerns her visits.",
    "feedback": "In writing first, straight, then by voice. Both ways.",
}
AGREEMENT_CHANGED = AGREEMENT | {
    "length": "twelve-months",
    "boundaries": "No messages on Sundays. Neither of us writes references for the other this year.",
    "ending": "We look at it again in June. Whoever wants to stop says so, and we have one last talk.",
}

GOALS = (
    {
        "title": "Teach one class that feels like mine",
        "why": "I have borrowed every slide from the librarian before me.",
        "readings": "The chapter on questions in the book that Tomás sent.",
        "steps": (
            ("Leave out one slide and see who misses it", True),
            ("Write the opening question myself", True),
            ("Ask Mrs Wekesa to watch from the front", False),
        ),
        "progress": "under_way",
    },
    {
        "title": "Say no once, kindly, and mean it",
        "why": "I am on four committees and chair none of them.",
        "readings": "",
        "steps": (
            ("List what I said yes to since June", True),
            ("Draft a no for the timetable group", False),
        ),
        "progress": "ahead",
    },
)
NOTE_TITLE = "Things to try in a room that is too warm"
NOTE_FIRST = "Begin with a question that has no right answer.\nWrite the three words on the board and wait."
NOTE_CHANGED = NOTE_FIRST + "\nLet them change seats after twenty minutes (Tomás: it works in Lisbon, too)."
OWN_NOTE_MENTEE = "Ask him how he came to leave the radio. Not yet."
OWN_NOTE_MENTOR = "She apologises before good ideas. Say so when she does it next, gently."
AGENDA = ("The dean's two colleagues: what do I show them?", "How to say no to the timetable group")
ACTION = "Send Tomás the new handout"
MEETING_NOTE = "We went through the recording. The pause works. Handout: half of it can go."
WISH = "has taught a large class in a language that is not their first one"
OPEN_REQUEST = (
    "Your profile says that you built a reading group out of a detention class. I would love to hear how."
)
LAPSED_REQUEST = "I would like to understand how a consortium decides which databases a small college gets."

TALK_OVER = "I am asked to teach in a lecture hall for the first time.\nHow do you begin?"
TALK_BOOKED = "An interview for a job with a team of three.\nWhat would you ask them?"
TALK_OF_MENTEE = "Our link resolver sends people in circles.\nWhere would you look first?"
TALK_DAY = (
    "Bring one question. You sit down with a mentor for twenty minutes, and that is all there is to it."
)
