"""Way 31: staff who try to become the member."""

import re
import secrets

from trials.leak.visitor import Visitor
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.reports import mails
from trials.leak.ways.routes import addresses

# The last two ask for the coordinator's own password once more, and for whom a role is proposed to.
HARMLESS = (
    "suspend",
    "hide",
    "logout",
    "login",
    "jsi18n",
    "term",
    "second-factor/password",
    "rolechange/propose",
)
GUESSES = (
    "password/",
    "change/password/",
    "../password/",
    "reset/",
    "login-as/",
    "impersonate/",
    "hijack/",
    "change/",
    "email/",
)
MORE = (
    "/admin/password_change/",
    "/admin/auth/user/{}/password/",
    "/admin/account/emailaddress/add/",
    "/admin/sessions/session/",
    "/admin/usersessions/usersession/",
    "/hijack/{}/",
    "/su/{}/",
    "/admin/profiles/member/add/",
)
TELLING = re.compile(rb'<input[^>]+name="([^"]*(?:password|email)[^"]*)"')
RESET = re.compile(r"/accounts/password/reset/key/\S+")


@way(31, "account take-over by staff", plant=switched("take-over"))
def takeover(world):
    """Every form on every page about the member filled with a new password and address; then signing in."""
    mentee, attempt = world.people["mentee"], f"Taken-over-{secrets.token_hex(6)}"
    account = world.db.ask("SELECT password, email FROM profiles_member WHERE id = %s", mentee["pk"])[0]
    try:
        for role in ("coordinator", "superuser"):
            seat = world.as_(role, "staff")
            for path in places(world, mentee["pk"]):
                yield from tried(seat, path, attempt)
            yield from signed_in(world, role, attempt)
        yield from reset(world, mentee["email"])
    finally:
        world.db.ask(
            "UPDATE profiles_member SET password = %s, email = %s WHERE id = %s", *account, mentee["pk"]
        )
        world.sign_in(world.as_("mentee"), "mentee")


def places(world, pk):
    """Every page of the staff site about the member, and every guess at one."""
    found = [
        path
        for _name, path in addresses(world, "staff", pk=pk)
        if path.startswith("/admin/") and not any(sign in path for sign in HARMLESS)
    ]
    found += [f"/admin/profiles/member/{pk}/{guess}" for guess in GUESSES]
    return dict.fromkeys(found + [path.format(pk) for path in MORE])


def tried(seat, path, attempt):
    """One page: its fields, and what it says when all of them are filled."""
    page = seat.get(path)
    fields = TELLING.findall(page.body) if page.status == 200 else []
    fault = f"has the fields {fields}" if fields else ""
    yield Seen(f"{seat.who}: {path}", page.raw, fault, ("/accounts/password/reset/key/",))
    data = dict.fromkeys(
        ("password", "password1", "password2", "new_password", "new_password1", "new_password2"), attempt
    )
    data |= {
        "usable_password": "true",
        "set-password": "1",
        "email": "taken@leaktest.example",
        "primary": "on",
        "verified": "on",
        "is_superuser": "on",
        "name": "Taken",
        "_save": "Save",
    }
    yield Seen(f"{seat.who}: POST {path}", seat.post(path, **data).raw)


def signed_in(world, role, attempt):
    """The member's account with what staff chose: its address, its password, its pages."""
    mentee = world.people["mentee"]
    world.forgive()
    (email,) = world.db.ask("SELECT email FROM profiles_member WHERE id = %s", mentee["pk"])[0]
    others = world.db.ask("SELECT email FROM account_emailaddress WHERE user_id = %s", mentee["pk"])
    changed = email != mentee["email"] or others != [(mentee["email"],)]
    yield Seen(f"take-over by {role}: address", b"", f"the address is {email}, {others}" if changed else "")
    thief = Visitor(world.ports["member"], who=f"take-over by {role}")
    if thief.sign_in(email, attempt):
        for page in ("", "feedback/", "archive/feedback.json"):
            path = f"/mentorships/{world.codes['pair']}/{page}"
            yield Seen(f"take-over by {role}: {path}", thief.get(path).raw, "", world.signs(path, thief))
        yield Seen(f"take-over by {role}", b"", "signed in with a password that staff chose")


def reset(world, address):
    """A reset anybody may start: its link goes to the member alone, and is shown on no page of staff."""
    Visitor(world.ports["member"]).post("/accounts/password/reset/", email=address)
    world.settle()
    links = []
    for name, message in mails(world):
        link = RESET.search(
            str(message.get_body(("plain",)).get_content()) if message.get_body(("plain",)) else ""
        )
        if link:
            links.append(link[0])
            wrong = "" if address in str(message["To"]) else f"the link went to {message['To']}"
            yield Seen(f"reset mail {name}", b"", wrong)
    seat = world.as_("superuser", "staff")
    for path in (
        "/admin/mail/outgoingmail/",
        *(f"/admin/mail/outgoingmail/{pk}/change/" for pk in newest(world)),
    ):
        yield Seen(f"superuser: {path}", seat.get(path).raw, "", tuple(links))
    yield Seen("reset mail", b"", vain="" if links else "no link went out")


def newest(world):
    """The newest letters."""
    return [pk for (pk,) in world.db.ask("SELECT id FROM mail_outgoingmail ORDER BY id DESC LIMIT 5")]
