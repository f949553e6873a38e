"""A month passes: the start is helped along, a quiet pair is asked, and answers from the mail. By hand and eye."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email import message_from_bytes

import pytest

from trials.journeys.conftest import CLEARED, PATIENCE_SECONDS, PHONE, ROOT

pytestmark = pytest.mark.browser
FOUR_LOOKS_A_DAY = """
import sys
from datetime import timedelta

import django

django.setup()
from django.core.management import call_command

from demo import later

later.STEP = timedelta(hours=6)
call_command("demo", "--as-of", sys.argv[1])
"""


def days_pass(programme, days):
    """As `manage.py demo --as-of` lets them, but for the hours: four looks a day find what is due, and take a sixth."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    env = kept | {
        "VAR": str(programme.var),
        "DEMO": "1",
        "MENTORING_PROCESS": "worker",
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "SITE_URL": programme.member,
        "STAFF_URL": programme.staff,
    }
    until = (datetime.now(UTC) + timedelta(days=days)).date().isoformat()
    command = [sys.executable, "-c", FOUR_LOOKS_A_DAY, until]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pair_of(visit, mentor_name):
    """(mentee, mentor, the address of their page): asked and accepted in the browser."""
    mentee, mentor = visit("mentee@demo.example"), visit("hemi-parata-walsh@demo.example", **PHONE)
    mentee.go(f"/mentors/?q={mentor_name}")
    mentee.page.locator("article[data-mentor] h3 a").first.click()
    mentee.go(f"{mentee.page.url}ask/")
    mentee.page.select_option("[name=focus]", "confidence")
    mentee.page.fill("[name=message]", "May I ask you about first classes?")
    mentee.page.get_by_role("button", name=re.compile("^Send to")).click()
    mentee.page.wait_for_load_state()
    mentor.go(mentee.page.url)
    mentor.page.get_by_role("button", name=re.compile("^Accept")).click()
    mentor.page.wait_for_load_state()
    return mentee, mentor, mentor.page.url


def in_mailbox(visitor, to, subject):
    """The text of the newest mail to somebody with this subject, as the demonstration's mailbox shows it."""
    visitor.go("/demo/mail/")
    rows = visitor.page.locator("article", has_text=subject).filter(has_text=to)
    rows.first.get_by_role("link").first.click()
    visitor.page.wait_for_load_state()
    return visitor.text()


def test_a_month_of_keeping_contact(visit, programme):
    mentee, mentor, pair = pair_of(visit, "Parata-Walsh")
    mentee.go(f"{pair}contact/")
    assert "until then, we help you get started" in mentee.text()
    mentor.go(f"{pair}contact/")
    mentor.page.get_by_label("every two weeks").check()
    mentor.press("Save")
    assert "Saved for both of you." in mentor.text()
    said = days_pass(programme, 24)
    assert re.search(r"\d+ mails went out", said)

    text = in_mailbox(mentee, "mentee@demo.example", "is waiting to hear from you")
    assert "You write first" in text
    text = in_mailbox(mentee, "mentee@demo.example", "Would you still like to start with")
    [talked] = re.findall(rf"{programme.member}/contact/\S+", text)
    mentee.go(talked)
    assert "Nothing has been recorded yet." in mentee.text()
    mentee.press("Yes, we’ve talked")
    assert "/meetings/" in mentee.page.url and "Conversation recorded." in mentee.page.inner_text("body")
    mentee.go(talked)
    assert "This link no longer works" in mentee.text()


def test_a_quiet_pair_is_asked_and_rests(visit, programme):
    mentee, mentor = visit("mentee@demo.example"), visit("hemi-parata-walsh@demo.example", **PHONE)
    mentee.go("/mentorships/")
    pair = mentee.page.locator("main a", has_text="Parata-Walsh").first.get_attribute("href")
    mentee.go(f"{pair}meetings/")
    mentee.press("We’ve just talked")
    days_pass(programme, 40)

    text = in_mailbox(mentor, "hemi-parata-walsh@demo.example", "How are things with")
    ways = re.findall(rf"{programme.member}/contact/\S+", text)
    assert len(ways) == 4
    mentor.go(ways[2])
    mentor.press("Ask again in a month")
    assert "will not check in for a month" in mentor.page.inner_text("body")
    for way in ways:
        mentor.go(way)
        assert "This link no longer works" in mentor.text()


def rows_of(programme):
    """Every row of every table but those of sessions, as text."""
    with closing(sqlite3.connect(programme.var / "mentoring.sqlite3")) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(map(repr, db.execute(f'SELECT * FROM "{name}"')))
            for name in names
            if "session" not in name and "search" not in name
        }


LEASE = timedelta(minutes=6)  # what is being sent is due again after five


def settle(programme):
    """Until the worker has sent what is due: a sign-in from a new browser is mailed, too."""
    until = time.monotonic() + PATIENCE_SECONDS
    waiting = (
        "SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NULL AND dead_at IS NULL AND due_at <= ?"
    )
    while True:
        with closing(sqlite3.connect(programme.var / "mentoring.sqlite3")) as db:
            if not db.execute(waiting, [f"{datetime.now(UTC) + LEASE:%Y-%m-%d %H:%M:%S}"]).fetchone()[0]:
                return
        assert time.monotonic() < until, "the worker sends nothing"
        time.sleep(0.3)


def test_a_scanner_that_opens_the_links_that_act_changes_nothing(visit, programme):
    """P27: signed out, and in the browser of whoever the mail is for; three times each."""
    mentee, nobody = visit("mentee@demo.example"), visit()
    links = set()
    for file in programme.mails():
        links |= set(
            re.findall(rf"{programme.member}/\S+", message_from_bytes(file.read_bytes()).as_string())
        )
    links = {link for link in links if "/contact/" in link or "/stop/" in link or "/willing/" in link}
    assert len(links) > 5  # not in vain
    settle(programme)
    before = rows_of(programme)
    for visitor in (nobody, mentee):
        for link in sorted(links):
            for _time in range(3):
                visitor.page.goto(link)

    assert rows_of(programme) == before
