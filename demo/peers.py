"""Peers of the demonstration: a few people who look for one, and two who have found each other."""

from django.utils import timezone

from demo.ago import ago
from demo.history import forget_old_mails
from feedback import services as letters
from matching import services as asking
from mentorships.models import Mentorship, MentorshipKind
from mentorships.services import goals
from peers import services
from profiles.models import Member

LOOKING = {
    "imogen-tarrant": "Two years in, four faculties to look after, and nobody on my corridor does the same. I’d like "
    "to talk once a month with somebody at the same stage and compare what we tried.",
    "ximena-orozco-hart": "I run a makerspace at a small college and make most of it up as I go. Looking for someone "
    "who does too.",
    "wanjiru-kamande": "Small branch, big neighbourhood. I’d love to swap one idea and one headache a month.",
    "bridget-kowalczyk": "The only teacher librarian at my school. Who else knows what week nine of term feels like?",
    "eleanor-fairbrother": "Director, cataloguer and snow shoveller of a town library. Happy to think along with "
    "anybody who works alone.",
    "desmond-okafor-grant": "Libraries behind walls: prison, hospital, barracks. Let’s find out what we share.",
}
REQUEST = {
    "message": "We both started two years ago and look after readers who were promised more than there is. Could we "
    "talk once a month, each with one thing that is stuck?",
    "hopes": "Somebody to think aloud with who isn’t my boss.",
}
GOALS = {
    "ximena-orozco-hart": ("Run one class without slides", "Because I hide behind them."),
    "imogen-tarrant": ("Say no to one committee", "My calendar is other people’s."),
}
LETTER = "Thank you for asking what I would drop if I had to. I have been thinking about it since Tuesday."


def fill():
    """Put those who are there on the list, and begin one pair. Run again, it adds only what is missing."""
    there = {key: member for key in LOOKING if (member := _member(key))}
    for key, member in there.items():
        if not hasattr(member, "peer_profile"):
            services.look_for_peer(member, about=LOOKING[key])
    begun = Mentorship.objects.filter(kind=MentorshipKind.PEERS).exists()
    if not begun and there.keys() >= GOALS.keys():
        began = timezone.now()
        _begin(*(there[key] for key in GOALS))
        forget_old_mails(began)


def _member(key):
    return Member.objects.filter(email=f"{key}@demo.example").first()


def _begin(asker, asked):
    with ago(60):
        request = asking.send_request(
            mentee=asker, mentor=asked, focus="confidence", kind=MentorshipKind.PEERS, **REQUEST
        )
    with ago(58):
        pair = asking.accept_request(request)
    for key, (title, why) in GOALS.items():
        with ago(50):
            goals.add_goal(pair, by=_member(key), title=title, why=why)
    with ago(12):
        letters.give_feedback(pair, author=asked, letter=LETTER)
