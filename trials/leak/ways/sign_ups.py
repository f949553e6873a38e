"""Way 37: somebody who joins with another person's address, before its owner does."""

import secrets

from trials.leak.visitor import Visitor
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.logins import WAY_IN
from trials.leak.ways.reports import mails

PASSWORD = "of-the-stranger-77"
CONFIRM = "/accounts/confirm-email/"


@way(37, "a sign-up that its owner never confirmed", plant=switched("sign-up"))
def unconfirmed(world):
    """The owner asks for a code, types that of the mail, joins; is made a coordinator. The stranger tries each time."""
    steps = {"code": asks_for_code, "mail": types_code, "coordinator": is_made_coordinator, "joining": joins}
    for name, step in steps.items():
        address = f"owner-{secrets.token_hex(4)}@leaktest.example"
        world.forgive()
        answer = join(world, address, PASSWORD)
        world.settle()
        yield Seen(
            f"sign-up, {name}",
            b"",
            vain="" if answer.status == 302 and of(world, address) else "nobody joined",
        )
        step(world, address)
        world.forgive()
        yield from tried(world, name, address)


def join(world, address, password):
    """The sign-up form, in a browser of its own."""
    data = {"name": "Somebody", "email": address, "password1": password, "adult": "on", "terms": "on"}
    return Visitor(world.ports["member"], who="joins").post("/accounts/signup/", **data)


def of(world, address):
    """The texts of the mails to an address, the newest last."""
    found = [message for _name, message in mails(world) if message["To"] == address]
    return [str(message.get_body(("plain",)).get_content()) for message in found]


def asks_for_code(world, address):
    """A code by mail, and typed in if one comes."""
    owner = Visitor(world.ports["member"], who="owner")
    owner.post("/accounts/login/code/", email=address)
    world.settle()
    for text in of(world, address):
        if code := WAY_IN.search(text):
            owner.post("/accounts/login/code/confirm/", code=code[1])


def types_code(world, address):
    """The code of the mail, in a browser that has not joined."""
    owner = Visitor(world.ports["member"], who="owner")
    owner.get("/accounts/confirm-email/")
    for text in of(world, address):
        if code := WAY_IN.search(text):
            owner.post(CONFIRM, code=code[1])


def joins(world, address):
    """With a password of their own, and every code that was mailed, in the same browser."""
    owner = Visitor(world.ports["member"], who="owner")
    owner.post(
        "/accounts/signup/", name="Owner", email=address, password1="of-the-owner-77", adult="on", terms="on"
    )
    world.settle()
    for text in of(world, address):
        if code := WAY_IN.search(text):
            owner.post(CONFIRM, code=code[1])


def is_made_coordinator(world, address):
    """By hand, as the operator does: with the owner's login, since no process gives a role by itself."""
    world.manage("make_coordinator", address, may_fail=True, DATABASE_URL=world.db.url)


def tried(world, name, address):
    """The stranger, with the password that they chose, at both sites."""
    stranger = Visitor(world.ports["member"], who="stranger")
    stranger.sign_in(address, PASSWORD)
    inside = stranger.get("/profile/").status == 200
    staff = Visitor(world.ports["staff"], who="stranger").sign_in_staff(address, PASSWORD)
    yield Seen(f"sign-up, {name}: stranger", b"", "signed in at the member site" if inside else "")
    yield Seen(f"sign-up, {name}: stranger", b"", "signed in at the staff site" if staff else "")
