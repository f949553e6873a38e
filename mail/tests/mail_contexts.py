"""What every mail is written with, in each of its variants."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

from django.conf import settings

EMAILS = settings.BASE_DIR / "templates" / "emails"
KINDS = sorted(str(file.relative_to(EMAILS)) for file in EMAILS.glob("*/*") if file.is_dir())
HOSTILE = 'Eve <script>alert("1")</script>\nBcc: all@example.org'
LINK = re.compile(r"https?://[^\s\"'<>]+")
MISSING = "NOT-IN-THE-CONTEXT"


def person(name):
    return SimpleNamespace(name=name, first_name=name, time_zone="Africa/Nairobi")


def context(kind, **more):
    reader, other, third = person(f"Ann {HOSTILE}"), person(f"Bob {HOSTILE}"), person("Cleo")
    day = datetime(2026, 3, 14, 12, tzinfo=UTC)
    facts = {
        "member": reader,
        "reader": reader,
        "other": other,
        "reason": f"No post named. {HOSTILE}",
        "request": SimpleNamespace(
            mentee=reader, mentor=other, sent_at=day, remind_first_at=day, remind_again_at=day, expires_at=day
        ),
        "others": [SimpleNamespace(mentor=third)],
        "with_words": True,
        "code": "ABC-123",
        "leaver": other,
        "by": other,
        "due": day,
        "until": day,
        "day": day,
        "stays": True,
        "closing": SimpleNamespace(leave_words=True),
        "thanked": True,
        "agreed": True,
        "has_place": True,
        "reference": "Case 12",
        "association": "The Association",
    }
    if kind.startswith(("meetings/", "open_hours/")):
        facts |= {
            "name": other.name,
            "starts": day,
            "first": day,
            "stands": day,
            "to_move": day,
            "dates": [day, day],
            "minutes": 45,
            "said": "Each month",
            "word": "agreed",
            "why": "",
            "mine": False,
            "withdrawn": False,
            "you_choose": False,
            "by_other": True,
            "asked": False,
            "mentor": True,
        }
    if kind.startswith("reminders/"):
        ways = {answer: f"https://m.example/{answer}/" for answer in ("talked", "plan", "later", "help")}
        facts |= {
            "since": day,
            "expires": day,
            "ways": ways,
            "mine": True,
            "last": False,
            "again": False,
            "yearly": True,
            "mentor": True,
            "said": "What would you try?",
        }
    if kind.startswith(("conduct/", "coordination/")):
        task = SimpleNamespace(label="Report without an answer", held_by=other.name)
        facts |= {"days": 3, "has_last_word": True, "lines": [SimpleNamespace(task=task, age="today")]}
        facts |= {"role": SimpleNamespace(label="Help desk"), "sentence": "It opens cases.", "second": third}
        facts["proposal"] = SimpleNamespace(proposed_by=other)
    if kind.startswith("programmes/"):
        facts |= {
            "programme": f"Spring {HOSTILE}",
            "title": f"Kick-off {HOSTILE}",
            "place": 3,
            "paired": True,
        }
    if kind.startswith("outreach/"):
        facts["stop_link"] = "https://m.example/stop/"
    if kind == "joining/welcome":
        facts["name"] = reader.name
    if kind == "mail/digest":
        parts = [SimpleNamespace(subject=said, page=f"https://m.example/{said}/") for said in ("one", "two")]
        facts |= {"mails": parts, "first": other.name, "more": 1}
    if kind == "matching/wish_suggested":
        facts["names"] = [(one.name, f"https://m.example/{at}/") for at, one in enumerate((other, third))]
    if kind.startswith("sso/"):
        facts = {"provider_name": other.name, "code": "ABC-123"}
    if kind.startswith("second_factor/"):
        facts = {"left": 9}
    if kind == "profiles/new_browser":
        facts |= {"when": day, "browser": f"Firefox {HOSTILE}", "on_staff_site": False}
    if kind.startswith("account/"):
        facts = {"email": "ann@example.org", "code": "ABC-123"}
    links = (
        "link",
        "requests",
        "elsewhere",
        "write",
        "password_reset_url",
        "sign_in",
        "join",
        "meet",
        "talked",
        "trouble",
    )
    return {**facts, **{name: f"https://m.example/{name}/?a=1&b=2" for name in links}, **more}


def mentor_reads(kind):
    return {"request": SimpleNamespace(**{**vars(context(kind)["request"]), "mentee": person("X")})}


def words(*words, key="word"):
    return tuple({key: word} for word in words)


OFF = ({"mine": True}, *words("paused", "ended", key="why"))
VARIANTS = {
    "profiles/new_browser": ({"on_staff_site": True},),
    "meetings/times_offered": ({"to_move": None}, {"to_move": None, "you_choose": True}),
    "meetings/times_closed": (
        {"withdrawn": True, "stands": None},
        {"withdrawn": True, "asked": True, "stands": None},
        {"asked": True, "stands": None},
    ),
    "meetings/meeting_set": words("moved", "clocks"),
    "meetings/meeting_cancelled": OFF,
    "open_hours/talk_booked": ({"mine": True},),
    "open_hours/talk_cancelled": ({"mine": True}, {"by_other": False}),
    "open_hours/talk_missed": ({"asked": True},),
    "open_hours/talk_led_on": ({"mentor": False},),
    "open_hours/no_room_yet": ({"mentor": False},),
    "meetings/rhythm_closed": ({"withdrawn": True},),
    "meetings/rhythm_set": (*words("until", "away", "clocks"), {"dates": []}),
    "meetings/rhythm_ended": OFF,
    "matching/request_accepted": ({"others": []}, mentor_reads("matching/request_accepted")),
    "matching/request_declined": ({"with_words": False},),
    "profiles/profile_hidden": ({"reason": ""},),
    "privacy/partner_leaves": ({"stays": False},),
    "privacy/closing_begun": ({"closing": SimpleNamespace(leave_words=False)},),
    "mentorships/mentorship_paused": ({"until": None},),
    "mentorships/mentorship_rests": ({"agreed": False}, {"has_place": False}),
    "mentorships/mentorship_ended": ({"thanked": False},),
    "matching/request_expired": ({"asked": True},),
    "reminders/first_move": ({"mine": False},),
    "reminders/first_choice": ({"mine": False},),
    "reminders/still_willing": ({"again": True}, {"again": True, "last": True}),
    "reminders/profile_rests": ({"yearly": False},),
    "reminders/nudge": ({"mentor": False},),
    "mail/digest": ({"more": 2},),
}
DISCREET = [kind for kind in KINDS if kind.startswith(("meetings/", "open_hours/"))]
MAILS = [(kind, more) for kind in KINDS for more in ({}, *VARIANTS.get(kind, ()))]
MAILS += [(kind, {"name": ""} | more) for kind, more in MAILS if kind in DISCREET]


def links(words):
    return set(LINK.findall(words))
