"""Ways 19 and 20: what is told when something breaks while it holds the words."""

import email
import email.policy
from contextlib import contextmanager

from trials.leak.tracker import BREAK
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.routes import of_the_pair

ADMIN = "ada@leaktest.example"  # trials/leak/settings.py
BROKEN = ("feedback_feedback", "feedback_feedbackanswer", "matching_requestmessage", "matching_bookmark")


@contextmanager
def without(world, table):
    """A table that is gone for the moment."""
    world.db.ask(f"ALTER TABLE {table} RENAME TO {table}_away")
    try:
        yield
    finally:
        world.db.ask(f"ALTER TABLE {table}_away RENAME TO {table}")


def break_everything(world):
    """Each door to the texts, with something behind it broken. Gives what the visitors themselves get."""
    pair, words = f"/mentorships/{world.codes['pair']}/", world.words
    asked = f"/requests/{world.codes['request']}/"
    doors = (
        (f"{pair}feedback/write/", {"letter": words["feedback"], "works": words["feedback"]}),
        (f"{pair}feedback/draft/", {"letter": words["draft"]}),
        (f"{pair}feedback/find/", {"q": words["feedback"]}),
        (f"{pair}feedback/{world.codes['letter']}/answer/", {"text": words["answer"]}),
        (f"{asked}talk/", {"talk-text": words["request talk"]}),
        (f"/shortlist/{world.people['mentor']['code']}/note/", {"note": words["note on a mentor"]}),
    )
    mentee, broke = world.as_("mentee"), 0
    for table in BROKEN:
        with without(world, table):
            for path, data in doors:
                broke += mentee.post(path, **data).status == 500
    for path, data in doors:
        answer = mentee.send("POST", path, data, **{BREAK: "1"})
        broke += answer.status == 500
    for _name, path in of_the_pair(world):
        broke += mentee.get(path, **{BREAK: "1"}).status == 500
    return "" if broke >= 12 else f"only {broke} pages broke"


@way(19, "error mail, text and HTML", plant=switched("report"))
def error_mails(world):
    """The mails to ADMINS, with the page of the error in them."""
    vain = break_everything(world)
    reports = [each for each in mails(world) if ADMIN in str(each[1]["To"])]
    yield Seen(
        "mails to ADMINS", b"", vain=vain or ("" if len(reports) >= 12 else f"only {len(reports)} reports")
    )
    for name, message in reports:
        for part in message.walk():
            if not part.is_multipart():
                yield Seen(f"report {name}, {part.get_content_type()}", part.get_payload(decode=True))
        yield Seen(f"report {name}, as sent", message.as_bytes())


def mails(world):
    """(name, message) of every mail that went out."""
    for file in sorted((world.var / "mail").glob("*.eml")):
        yield file.name, email.message_from_bytes(file.read_bytes(), policy=email.policy.default)


@way(20, "Sentry-like report with local variables", plant=switched("tracker"))
def trackers(world):
    """What an error tracker keeps that takes our report, frame by frame."""
    vain = break_everything(world)
    file = world.var / "tracker.jsonl"
    kept = file.read_bytes() if file.exists() else b""
    yield Seen("tracker.jsonl", kept, vain=vain or ("" if kept.count(b"lineno") > 12 else "no frames in it"))
