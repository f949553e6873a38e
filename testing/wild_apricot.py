"""A membership system that speaks plain OAuth 2, in the shape of Wild Apricot: no OpenID, a "me" address, nested JSON."""

import base64
import json
import secrets
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "mentoring", "a-secret"


class WildApricot(ThreadingHTTPServer):
    """`people` {name: contact}: whoever is named at the sign-in is signed in. `profile_status` is what "me" answers."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.people, self.codes, self.tokens, self.profile_status = {}, {}, {}, 200

    @property
    def address(self):
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Sign-in page, token, contact."""

    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/sys/login/OAuthLogin":
            self._sign_in_page(asked)
        elif parts.path == "/v2.1/accounts/7/contacts/me":
            self._contact()
        else:
            self._answer(404, {})

    def do_POST(self):
        parts = urlsplit(self.path)
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        posted = {name: values[0] for name, values in parse_qs(sent).items()}
        if parts.path == "/sys/login/OAuthLogin":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self._signed_in(asked, posted.get("name"))
        elif parts.path == "/auth/token":
            self._token(posted)
        else:
            self._answer(404, {})

    def _sign_in_page(self, asked):
        names = "".join(f'<button name="name" value="{name}">{name}</button>' for name in self.server.people)
        page = f'<form method="post" action="/sys/login/OAuthLogin?{urlencode(asked)}">{names}</form>'
        self._answer(200, page, kind="text/html")

    def _signed_in(self, asked, name):
        code = secrets.token_hex(8)
        self.server.codes[code] = name
        back = (
            {"code": code, "state": asked["state"]}
            if name
            else {"error": "access_denied", "state": asked["state"]}
        )
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(back)}")
        self.end_headers()

    def _token(self, posted):
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        name = self.server.codes.pop(posted.get("code"), None)
        if self.headers.get("Authorization") != expected or name is None:
            self._answer(400, {"error": "invalid_grant"})
            return
        token = secrets.token_hex(8)
        self.server.tokens[token] = name
        self._answer(200, {"access_token": token, "token_type": "Bearer", "Permissions": [{"AccountId": 7}]})

    def _contact(self):
        name = self.server.tokens.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
        if name is None:
            self._answer(401, {})
        else:
            self._answer(self.server.profile_status, self.server.people[name])

    def _answer(self, status, body, *, kind="application/json"):
        content = (json.dumps(body) if kind == "application/json" else body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Quietly."""


def contact(number, **changes):
    """A contact as its API gives it."""
    return {
        "Id": number,
        "FirstName": "Ada",
        "LastName": "Okafor",
        "Email": f"contact{number}@library.example",
        "Organization": "Leeds Public Library",
        "Status": "Active",
        "MembershipLevel": {"Id": 3, "Name": "Librarian"},
        "FieldValues": [
            {"FieldName": "Job title", "SystemCode": "custom-1", "Value": "Cataloguer"},
            {"FieldName": "Renewal due", "SystemCode": "RenewalDue", "Value": "2027-06-30T00:00:00"},
        ],
        **changes,
    }


def provider(address):
    """Its entry in the operator's file."""
    return {
        "id": "members",
        "kind": "oauth2",
        "name": "Library Association account",
        "authorize_url": f"{address}/sys/login/OAuthLogin",
        "token_url": f"{address}/auth/token",
        "profile_url": f"{address}/v2.1/accounts/7/contacts/me",
        "client_id": CLIENT,
        "client_secret": SECRET,
        "scope": "contacts_me",
        "token_auth": "basic",
        "claims": {
            "subject": "Id",
            "state": "Status",
            "job_title": "FieldValues[FieldName=Job title].Value",
            "paid_through": "FieldValues[SystemCode=RenewalDue].Value",
        },
    }
