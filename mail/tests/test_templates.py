"""Every mail there is can be written, says where to go once, and cannot be bent by a name."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import allauth.account
import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation

from mail.outgoing.render import FILES, render_part
from mentoring.lib.programme import numbers

EMAILS = settings.BASE_DIR / "templates" / "emails"
KINDS = sorted(str(file.relative_to(EMAILS)) for file in EMAILS.glob("*/*") if file.is_dir())
NO_LINK = {
    "privacy/account_closed",
    "profiles/account_suspended",
    "account/email_changed",
    "account/login_code",
    "account/email_confirmation",
    "account/email_confirmation_signup",
    "sso/address_code",
    "coordination/role_taken",
}
SEVERAL = {  # one answer each, or one thing each
    "reminders/checkin": 4,
    "reminders/first_move": 2,
    "reminders/first_agenda": 2,
    "reminders/first_choice": 3,
    "mail/digest": 2,
    "matching/wish_suggested": 3,
}
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
        "reference": "Case 12",
        "association": "The Association",
    }
    if kind.startswith("meetings/"):
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
        facts |= {"programme": f"Spring {HOSTILE}", "title": f"Kick-off {HOSTILE}", "place": 3}
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
        "mentors",
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
    "meetings/rhythm_closed": ({"withdrawn": True},),
    "meetings/rhythm_set": (*words("until", "away", "clocks"), {"dates": []}),
    "meetings/rhythm_ended": OFF,
    "matching/request_accepted": ({"others": []}, mentor_reads("matching/request_accepted")),
    "matching/request_declined": ({"with_words": False},),
    "profiles/profile_hidden": ({"reason": ""},),
    "privacy/partner_leaves": ({"stays": False},),
    "privacy/closing_begun": ({"closing": SimpleNamespace(leave_words=False)},),
    "mentorships/mentorship_paused": ({"until": None},),
    "mentorships/mentorship_ended": ({"thanked": False},),
    "matching/request_expired": ({"asked": True},),
    "reminders/first_move": ({"mine": False},),
    "reminders/first_choice": ({"mine": False},),
    "reminders/still_willing": ({"again": True}, {"again": True, "last": True}),
    "reminders/profile_rests": ({"yearly": False},),
    "reminders/nudge": ({"mentor": False},),
    "mail/digest": ({"more": 2},),
}
DISCREET = [kind for kind in KINDS if kind.startswith("meetings/")]
MAILS = [(kind, more) for kind in KINDS for more in ({}, *VARIANTS.get(kind, ()))]
MAILS += [(kind, {"name": ""} | more) for kind, more in MAILS if kind in DISCREET]


@pytest.fixture(params=MAILS, ids=lambda mail: "-".join((mail[0], *mail[1])))
def mail(request, monkeypatch):
    kind, more = request.param
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", MISSING)
    parts = {part: render_part(kind, part, context(kind, **more)) for part in FILES}
    return SimpleNamespace(kind=kind, **parts)


def links(words):
    return set(LINK.findall(words))


def test_every_part_has_words_and_everything_they_name(mail):
    for words in (mail.subject, mail.text, mail.html):
        assert words.strip()
        assert MISSING not in words


def test_the_subject_is_one_short_line(mail):
    assert len(mail.subject.splitlines()) == 1
    assert len(mail.subject.replace(" ".join(HOSTILE.split()), "")) <= 78


def test_text_keeps_a_blank_line_between_paragraphs(mail):
    assert "\n\n\n" not in mail.text
    assert not re.search(r"^[ \t]|[ \t]$", mail.text, re.MULTILINE)
    assert 3 <= len(mail.text.strip().split("\n\n")) <= 8


def test_text_says_names_as_they_are_and_html_makes_them_harmless(mail):
    assert "&lt;" not in mail.text
    assert "<script" not in mail.html
    assert mail.text.count("<script>") == mail.html.count("&lt;script&gt;")


def test_both_bodies_carry_the_same_single_link(mail):
    expected = 0 if mail.kind in NO_LINK else SEVERAL.get(mail.kind, 1)
    assert len(links(mail.text)) == expected
    assert links(unescape(mail.html)) == links(mail.text)
    assert mail.html.count("<a ") == expected


def test_text_and_html_say_the_same(mail):
    body = mail.html.partition('<div class="sheet">')[2]
    plain = unescape(re.sub(r"<[^>]*>", " ", body))
    assert plain.split() == mail.text.split()


def test_html_fetches_nothing_and_has_one_constant_style(mail):
    base = (EMAILS / "base.html").read_text()
    style = base[base.index("<style>") : base.index("</style>")]
    assert "{{" not in style and "{%" not in style
    assert mail.html.count("<style") == 1 and style in mail.html
    for word in ("src=", "style=", "url(", "@import", "<link"):
        assert word not in mail.html


def test_the_language_of_the_mail_is_named():
    with translation.override("es"):
        html = render_part("account/login_code", "html", context("account/login_code"))
    assert '<html lang="es">' in html


def test_every_mail_that_allauth_may_send_has_its_words():
    found = set()
    for file in Path(allauth.account.__file__).parent.rglob("*.py"):
        if "tests" not in file.parts:
            found |= set(re.findall(r'"account/email/(\w+)"', file.read_text()))
    by_code = {"password_reset_code"}  # only with ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED
    assert not getattr(settings, "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED", False)
    written = {kind.removeprefix("account/") for kind in KINDS if kind.startswith("account/")}
    assert found - by_code == written


def test_the_times_that_mails_promise_are_those_of_the_settings():
    from allauth.account import app_settings

    from sso import arrivals

    assert app_settings.LOGIN_BY_CODE_TIMEOUT == arrivals.VALID_SECONDS == 10 * 60
    assert app_settings.EMAIL_CONFIRMATION_EXPIRE_DAYS == 3
    assert settings.PASSWORD_RESET_TIMEOUT == 3 * 24 * 3600
    assert numbers().still_willing_days == 365
