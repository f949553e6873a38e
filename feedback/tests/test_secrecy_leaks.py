"""One word in every private text; then every place is searched for it (P1, P33, ways 14, 16-18, 22-24)."""

import logging

from django.conf import settings as live
from django.db import connection
from django.test import Client

import factories
from mail.models import OutgoingMail
from mail.outgoing import outbox
from mail.tasks import send_outbox
from matching.models import MentorRequest
from mentorships.models import Mentorship
from testing.places import MARKER, holds
from testing.private_texts import cells

WORDS = ("letter", "works", "better", "next_time")


def typed(client, url, **data):
    """Send a form with the marker in it."""
    answer = client.post(url, data)
    assert answer.status_code in (204, 302), (url, answer.status_code)


def write_everything(mentor, mentee):
    """Every private text there is, typed into the real pages by the two."""
    asker, asked = Client(), Client()
    asker.force_login(mentee)
    asked.force_login(mentor)
    words = {"focus": "specific-skill", "message": f"{MARKER} a", "hopes": f"{MARKER} b"}
    typed(asker, f"/mentors/{mentor.code}/mark/kept/")
    typed(asker, f"/shortlist/{mentor.code}/note/", note=f"{MARKER} c")
    typed(asker, f"/mentors/{mentor.code}/ask/draft/", **words)
    typed(asker, f"/mentors/{mentor.code}/ask/", **words)
    url = f"/requests/{MentorRequest.objects.get().code}/"
    for who in (asked, asker):
        typed(who, f"{url}talk/", **{"talk-text": f"{MARKER} d"})
    typed(asked, f"{url}decline/", **{"decline-text": f"{MARKER} e"})
    typed(asker, f"/mentors/{mentor.code}/ask/", **words)
    typed(asked, f"/requests/{MentorRequest.objects.latest('pk').code}/accept/")
    pair = f"/mentorships/{Mentorship.objects.get().code}/"
    url = f"{pair}feedback/"
    for who in (asked, asker):
        typed(who, f"{url}write/", **{name: f"{MARKER} {name}" for name in WORDS})
        typed(who, f"{url}draft/", **{name: f"{MARKER} {name}" for name in WORDS})
    for letter in Mentorship.objects.get().feedback.given():
        typed(asker, f"{url}{letter.code}/answer/", text=f"{MARKER} f")
    for who in (asked, asker):
        for page in (url, f"{url}write/", f"{pair}archive/feedback.json"):
            assert MARKER in who.get(page).content.decode()
        assert MARKER in who.post(f"{url}find/", {"q": MARKER}).content.decode()
    write_kept(asked, asker, pair)
    typed(asked, f"{pair}end/")


def write_kept(asked, asker, pair):
    """Agreement, goals and notes, with what goes wrong on the way."""
    terms = {"focus": f"{MARKER} g", "goals": f"{MARKER} h"}
    typed(asked, f"{pair}agreement/propose/", **terms, seen="0")
    assert MARKER in asker.post(f"{pair}agreement/propose/", {"focus": MARKER}).content.decode()
    typed(asker, f"{pair}agreement/agree/", number="1")
    typed(asker, f"{pair}agreement/propose/", **terms | {"ending": f"{MARKER} i"}, seen="1")
    words = {name: f"{MARKER} {name}" for name in ("title", "why", "readings", "text")}
    typed(asker, f"{pair}goals/new/", **words, due_on="2020-01-01")
    goal = f"{pair}goals/{Mentorship.objects.get().goals.get().code}/"
    typed(asker, f"{goal}edit/", **words)
    typed(asker, f"{goal}steps/", **words)
    typed(asker, f"{goal}progress/", progress="reached")
    typed(asked, f"{pair}notes/new/", **words)
    note = f"{pair}notes/{Mentorship.objects.get().notes.get().code}/"
    typed(asker, f"{note}edit/", title=f"{MARKER} j", text=f"{MARKER} k", base="1")
    assert asked.post(f"{note}edit/", {"text": f"{MARKER} l", "base": "1"}).status_code == 409
    for who in (asked, asker):
        typed(who, f"{pair}notes/own/new/", text=f"{MARKER} m")
        for page in (f"{pair}agreement/", goal, note, f"{pair}notes/own/"):
            assert MARKER in who.get(page).content.decode()


def people():
    """A mentor and somebody who asks."""
    return factories.mentor().member, factories.member()


def test_no_place_holds_a_word_of_what_was_written(watched):
    """P33, P1: log, statements, tables, letters, mail, cache, broker, sessions, database file, WAL."""
    mentor, mentee = people()
    write_everything(mentor, mentee)
    Client().post("/accounts/login/", {"login": mentee.email, "password": "wrong"})
    waiting = watched()
    send_outbox.delay()
    assert outbox.drain() == OutgoingMail.objects.count() > 10
    after = watched()

    for found in (waiting, after):
        assert [name for name, data in found.items() if holds(data)] == []
    assert len(cells()) > 20
    assert all(MARKER in cell.words for cell in cells())
    _looked_everywhere(after)
    swift = [data for name, data in after.items() if name.startswith(("cache", "broker", "redis"))]
    for person in (mentor, mentee):  # a thief of Redis: no names either
        assert not any(holds(data, sign) for data in swift for sign in (person.email, person.name))


def _looked_everywhere(found):
    kinds = {name.split()[0] for name, data in found.items() if data}
    wanted = {"log", "statements", "table", "sessions", "mail"}
    wanted |= {"redis"} if live.REDIS_URL else {"cache", "broker"}
    wanted |= {"database"} if connection.vendor == "sqlite" else set()
    assert wanted <= kinds
    assert b"INSERT INTO" in found["statements"]
    assert len(found["log"]) > 10_000


def test_the_log_at_its_own_level_holds_no_address(db, caplog):
    """P33: as the settings have it, DEBUG asked for everywhere; the statements stay out."""
    caplog.set_level(logging.DEBUG)
    mentor, mentee = people()
    write_everything(mentor, mentee)
    outbox.drain()

    for person in (mentor, mentee):
        assert person.email not in caplog.text
        assert person.name not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith("django.db")]
