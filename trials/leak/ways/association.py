"""Way 44: somebody whom the association's sign-in calls by a member's address, or by their membership number."""

import json
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from testing import wild_apricot
from testing.http_servers import running
from trials.harness.processes import free_port, web_command
from trials.leak.visitor import Visitor
from trials.leak.ways import Seen, switched, way

NUMBER = 90_001  # of the stranger at the membership system
FILE = "sso.json"


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_args):
        """Go nowhere by oneself."""


@way(44, "the association's sign-in with a member's address", plant=switched("association"))
def called_by_their_address(world):
    """The membership system swears that the address is the stranger's. The code still goes to the mailbox."""
    with running(wild_apricot.WildApricot()) as system:
        entry = {**wild_apricot.provider(system.address), "verified_addresses": True}
        (world.var / FILE).write_text(json.dumps([entry]))
        for name, contact in contacts(world).items():
            system.people[name] = contact
            world.forgive()
            with member_site_with_it(world) as port:
                stranger = Visitor(port, who=f"stranger, {name}")
                answer = comes_back(stranger, name)
                yield Seen(f"association, {name}", b"", vain="" if answer else "the way was not there")
                inside = stranger.get("/profile/").status == 200
                yield Seen(f"association, {name}", b"", "signed in as the member" if inside else "")
                yield Seen(f"association, {name}", stranger.get("/mentorships/").raw)


@contextmanager
def member_site_with_it(world):
    """Another member process of the same world, which reads the operator's file; its port."""
    port = free_port()
    command = web_command(port, world.logs, "association")
    site = world.spawn("association", command, process="member", SSO_PROVIDERS=str(world.var / FILE))
    try:
        site.wait_until_ready(f"http://127.0.0.1:{port}/readyz")
        yield port
    finally:
        site.stop()


def contacts(world):
    """{name: what the membership system says of the stranger}."""
    mentee = world.people["mentee"]["email"]
    return {
        "with the mentee's address": wild_apricot.contact(NUMBER, Email=mentee),
        "with it in capitals": wild_apricot.contact(NUMBER + 1, Email=mentee.upper()),
    }


def comes_back(stranger, name):
    """What the member site answers when the stranger returns from the sign-in; None without a way there."""
    stranger.get("/accounts/login/")
    away = stranger.post("/accounts/sso/start/members/")
    if away.status != 302:
        return None
    request = Request(away.header("Location"), urlencode({"name": name}).encode())
    try:
        back = build_opener(_Stay).open(request)
    except OSError as error:  # a redirect that is not followed
        back = error
    parts = urlsplit(back.headers["Location"])
    return stranger.get(f"{parts.path}?{parts.query}")
