"""Sentences that the year's invented people write: a few for each occasion, joined by chance. In English only."""

BIO_BEGIN = (
    "I came to libraries by way of a bookshop, and stayed for the questions people ask.",
    "I trained as a teacher, and the library was the room where I liked to be best.",
    "I began on the issue desk, and I still think that everything starts there.",
    "I used to write software, until a digitisation project needed somebody for six weeks. That was years ago.",
    "I am the only librarian in my building, so I have done a little of everything.",
)
BIO_WEEK = (
    "My week is half meetings and half whatever the meetings kept me from.",
    "Most days I teach in the morning and mend records in the afternoon.",
    "I look after a small team, two leaking windows and a budget that fits on one page.",
    "I spend my days between the enquiry desk and a catalogue that remembers four migrations.",
)
BIO_HELP = (
    "I would enjoy talking with somebody who has just taken on more than they were trained for.",
    "Ask me about first projects, difficult colleagues, and how to say no without closing the door.",
    "I am good at listening, at reading drafts, and at knowing whom else to ask.",
    "I can help with applications, with a first class to teach, or with a plan that will not start.",
)
BIO_AWAY = (
    "Away from work I grow beans on a balcony.",
    "On Sundays I sing, not very well, in a choir that does not mind.",
    "When the library is closed I walk, and read what I was told not to like.",
)
ASK_ME_ABOUT = (
    "First classes, and nerves",
    "Moving from public to academic work",
    "Small budgets, large plans",
    "Metadata without tears",
    "Leading a team of friends",
)
NOTES = ("Replies within three working days.", "Evenings by arrangement.", "")

REQUEST_BEGIN = (
    "What you wrote about your week could have been about mine.",
    "I have read your profile three times, which I take as a sign.",
    "A colleague told me to look for somebody who works as you do.",
    "I am new here, and I do not know anybody who has done this before me.",
)
REQUEST_WHAT = (
    "I have been asked to teach first-years, and I have never taught anybody.",
    "I have been given a team of four, and two of them wanted the post.",
    "I would like to apply for a post in another kind of library, and I cannot tell what they look for.",
    "I am alone in my library, and I miss having somebody to think aloud with.",
    "I want to finish a qualification that I have put aside twice.",
)
REQUEST_END = (
    "Would you have an hour a month for me?",
    "Could we talk once, and see from there?",
    "I would be glad of whatever time you have.",
)
HOPES = (
    "To have tried one thing that I am afraid of.",
    "A plan that I believe in, and somebody who asks me about it.",
    "To know by summer whether this is my road.",
    "To feel less alone with it.",
)
ASK_BACK = (
    "Gladly. Before I say yes: what have you tried so far?",
    "Thank you for asking me. Which days suit you, and how late is too late?",
)
ANSWER_BACK = (
    "I have tried to copy how others do it, and it does not fit me.",
    "Tuesdays and Thursdays, until six. After that I am of no use to anybody.",
)
DECLINE = (
    "I am sorry: I know too little about this to be of use. Somebody from a smaller library would help you more.",
    "I have no room this term, and you deserve more than the end of my evenings. Please do ask somebody else.",
    "We work too closely together for this, I think. I hope that you find somebody from further away.",
)
WISHES = (
    "knows what it is like to be the only librarian in a school",
    "has moved from a hospital library to a university",
    "can look at a grant application with me before the summer",
    "has led a team in which everybody was older",
    "works with local history and very little money",
)
PLACES = ("https://rooms.demo.example/table-four", "https://rooms.demo.example/by-the-window", "")

LETTER_BEGIN = (
    "What stayed with me from our last talk is how exactly you described that morning.",
    "I have been thinking about the question you asked just before we had to stop.",
    "You will remember that I did not want to write to the dean. I have written to her.",
    "Thank you for the list. I have done the first two things on it, and left out the third on purpose.",
)
LETTER_MIDDLE = (
    "It went better than I had feared and worse than I had planned.",
    "I noticed that I talk faster when nobody looks up, so I counted to five, as you do.",
    "My colleague said that I sounded as if I meant it.",
    "I do not have an answer yet, but the question has become smaller.",
)
LETTER_END = ("Until next time.", "More when we talk.", "I will tell you how it ends.", "")
WORKS = (
    "You tell me what failed, and what you did the week after.",
    "You wait until I have finished my thought.",
    "You remember names.",
    "",
)
BETTER = ("Sometimes the hour is over before we reach my question.", "Be less kind about my drafts.", "", "")
NEXT_TIME = (
    "Leave one slide out.",
    "Ask the person who sits by the door.",
    "Send it before it is perfect.",
    "",
)
LETTER_ANSWER = (
    "That made my day. I will try it on Thursday.",
    "You are right about the hour. Shall we begin with your question next time?",
    "I had not seen it like that. Thank you.",
)
GOALS = (
    "Teach one class without slides",
    "Hand in the first chapter of my portfolio",
    "Apply for a post that is too large",
    "Write down how we catalogue maps",
)
AGREEMENT = {
    "focus": "What changes when one begins to lead, and how to stay oneself.",
    "confidentiality": "What we say stays between us.",
    "ending": "Either of us may stop, without a reason.",
}
THANKS = (
    "Thank you for your time, and for not telling me what to do.",
    "I came with one question and leave with better ones. Thank you.",
    "It was good to be asked what I think.",
)
HELP = (
    "My mentor has not written for six weeks, and I do not want to press them. What would you do?",
    "I have changed my post, and I am not sure whether my mentor still suits me. Can I look for somebody else?",
    "I cannot find how to change my address. Could you tell me where it is?",
    "We have agreed to end, but neither of us wants to press the button. Is there a kind way?",
)
HELP_ANSWER = (
    "Thank you for asking. Write two lines that need no long answer; and if nothing comes, ending it needs no reason.",
    "Of course you can. Finish with the one when you are ready, and ask another whenever you like.",
    "You find it under “You”, at the top of every page. Write again if it is not there.",
)
REPORT = (
    "At our last two meetings they commented on how I look, and laughed when I said that I did not like it."
)
REPORT_OPEN = "They ask me to do their cataloguing for them, and write every evening until I answer."
REPORT_ANSWER = (
    "Thank you for telling us. We will talk with them, without your words, and tell you what comes of it. "
    "You need not meet again."
)
HIDDEN_REASON = "Your profile advertises a paid course. Please take that out, and we will show it again."
SUSPENDED_REASON = "Asked several members for money after being told not to."
