"""The sign-ins of an association, for journeys: one of each kind."""

import email
import json
import re
from contextlib import contextmanager
from email import policy
from types import SimpleNamespace

import oidc_provider_mock

from testing import saml_provider, wild_apricot
from testing.http_servers import running


@contextmanager
def sign_ins(site, folder):
    """Each a server of its own, and `file`, the operator's file that names them. `site` is where people come back to."""
    with (
        running(wild_apricot.WildApricot()) as membership,
        running(saml_provider.SamlProvider(site)) as university,
        oidc_provider_mock.run_server_in_thread() as server,
    ):
        openid = f"http://localhost:{server.server_port}"
        named = {"id": "openid", "kind": "oidc", "name": "Member account", "server_url": openid}
        secret = {"client_id": "mentoring", "client_secret": "x", "claims": {"state": "member_status"}}
        entries = [wild_apricot.provider(membership.address), {**named, **secret}, university.entry()]
        file = folder / "sso.json"
        file.write_text(json.dumps(entries))
        yield SimpleNamespace(file=file, membership=membership, university=university, openid=openid)


def joins_and_is_known_again(come, visitor, again, *, name, account):
    """Whoever `come(visitor)` leads back by an account of this name joins, and needs no joining the second time."""
    come(visitor)
    assert visitor.page.input_value("[name=name]") == name
    visitor.page.check("[name=adult]")
    visitor.page.check("[name=terms]")
    visitor.press("Join")
    come(again)
    again.go("/accounts/3rdparty/")
    assert account in again.text()


def code_for(programme, address):
    """The code that the worker has mailed to an address."""

    def find(files):
        for file in files:
            mail = email.message_from_bytes(file.read_bytes(), policy=policy.default)
            body = mail.get_body(("plain",)).get_content()
            if mail["To"] == address and (code := re.search(r"^([A-Z0-9]+-[A-Z0-9]+)\s*$", body, re.M)):
                return code[1]
        return None

    return programme.wait_until(find, f"a code for {address}")
