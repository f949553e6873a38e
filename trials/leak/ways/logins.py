"""Ways 34 to 36: whoever has the database login of the worker or of the staff site, or a copy of the database."""

import os
import re
import secrets
import signal
import time
from contextlib import contextmanager

from trials.leak import logins
from trials.leak.visitor import Visitor
from trials.leak.ways import Seen, always, switched, way
from trials.leak.ways.reports import mails

OTHERS = ("worker", "staff")
WAY_IN = re.compile(r"^\s*([A-Z0-9]{3,}-[A-Z0-9]{3,})\s*$|/accounts/password/reset/key/(\S+)", re.MULTILINE)
STOPPED_SECONDS = 1.5


@way(34, "the worker's or the staff site's login writes", plant=always("signed in"))
def writes(world):
    """A password, an address, a rank put into the mentee's account; then the sign-in form and the pair's pages."""
    mentee, account = (
        world.people["mentee"],
        "SELECT password, email, is_staff, is_superuser FROM profiles_member WHERE id = %s",
    )
    before = world.db.ask(account, mentee["pk"])[0]
    for process in OTHERS:
        try:
            yield from _account_of_a_thief(world, process, mentee["pk"])
        finally:  # whoever has seen enough may ask no further
            world.db.ask(PUT_BACK, *before, mentee["pk"])
    world.sign_in(world.as_("mentee"), "mentee")


def _account_of_a_thief(world, process, pk):
    """All that the login of a process may write of the mentee's account, and whether the thief's password opens it."""
    password = f"of-the-thief-{secrets.token_hex(4)}"
    hashed = world.manage("shell", "-v0", "-c", HASH.format(password)).decode().strip().splitlines()[-1]
    for column, value in (
        ("password", hashed),
        ("email", "thief@leaktest.example"),
        ("is_staff", True),
        ("is_superuser", True),
    ):
        statement = f"UPDATE profiles_member SET {column} = %s WHERE id = %s"
        changed = logins.write(world.login(process), statement, value, pk)
        yield Seen(f"{process}: {column}", b"", f"{column} can be written" if changed else "")
    (email,) = world.db.ask("SELECT email FROM profiles_member WHERE id = %s", pk)[0]
    yield from read_as(world, f"{process}: signed in", email, password)


PUT_BACK = (
    "UPDATE profiles_member SET password = %s, email = %s, is_staff = %s, is_superuser = %s WHERE id = %s"
)
HASH = "from django.contrib.auth.hashers import make_password; print(make_password('{}'))"


def read_as(world, where, email, password):
    """The pair's pages, if the password opens the account."""
    thief = Visitor(world.ports["member"], who=where)
    world.forgive()
    if not thief.sign_in(email, password):
        yield Seen(where, b"")
        return
    for page in ("", "feedback/", "archive/feedback.json"):
        yield Seen(where, thief.get(f"/mentorships/{world.codes['pair']}/{page}").raw, "a stranger is in")


@way(35, "a sign-in code read from the database", plant=switched("django_session"))
def codes(world):
    """A code and a reset asked for by a thief; all that each login may read, and a copy, before the mail goes out."""
    email, thief = world.people["mentee"]["email"], Visitor(world.ports["member"], who="thief")
    known = {name for name, _message in mails(world)}
    world.forgive()
    with worker_stopped(world):
        thief.post("/accounts/login/code/", email=email)
        Visitor(world.ports["member"], who="thief").post("/accounts/password/reset/", email=email)
        held = {process: logins.read_all(world.login(process)) for process in OTHERS}
        held["a copy of the database"] = logins.read_all(world.db.url)
    world.settle()
    sent = [message for name, message in mails(world) if name not in known and message["To"] == email]
    ways_in = [found for message in sent for found in ways_in_of(message)]
    yield Seen(
        "the mails themselves", b"", vain="" if len(ways_in) == 2 else f"{len(ways_in)} ways in were mailed"
    )
    for who, tables in held.items():
        for table, data in tables.items():
            yield Seen(f"{who}: {table}", data, signs=tuple(ways_in))


def ways_in_of(message):
    """The code, and the key of a link that sets a password, in a mail."""
    found = WAY_IN.search(str(message.get_body(("plain",)).get_content()))
    return [found[1] or found[2].strip("/")] if found else []


@contextmanager
def worker_stopped(world):
    """Mail waits meanwhile, as it does when a mail server is slow."""
    group = os.getpgid(world.processes["worker"].child.pid)
    os.killpg(group, signal.SIGSTOP)
    time.sleep(STOPPED_SECONDS)
    try:
        yield
    finally:
        os.killpg(group, signal.SIGCONT)


@way(36, "the outbox as the staff site's login sees it", plant=always("mail_outgoingmail"))
def outbox(world):
    """Who is written to, of what kind and on what occasion: together they tell who is paired with whom."""
    mentor, mentee = (world.people[role] for role in ("mentor", "mentee"))
    kinds = [kind for (kind,) in world.db.ask("SELECT DISTINCT kind FROM mail_outgoingmail")]
    names = (mentor["email"], mentee["email"], *kinds)
    for table, data in logins.read_all(world.login("staff")).items():
        if table.startswith("mail_"):
            yield Seen(
                f"staff: {table}",
                data,
                signs=names,
                vain="" if data or table != "mail_outgoingmail" else "empty",
            )
    for (occasion,) in world.db.ask("SELECT occasion FROM mail_outgoingmail"):
        told = not re.fullmatch("[0-9a-f]{64}", occasion)
        yield Seen("occasion of a mail", occasion.encode(), "an occasion in clear" if told else "")
