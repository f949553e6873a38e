"""Somebody with a browser of the plainest kind: cookies, a token, a Referer, nothing else."""

import re
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

SAFE = "/:?=&%#+@,;~!$'()*[]"
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+')
CHANGING = {"expires", "set-cookie", "date", "connection", "x-request-id"}


class Answer(NamedTuple):
    """Everything that came back."""

    status: int
    headers: tuple
    body: bytes

    @property
    def raw(self):
        """As bytes: status, headers, page."""
        head = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.status}\n{head}\n\n".encode() + self.body

    def header(self, name):
        """One header, or an empty text."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def same(self, *echoed):
        """What stays the same from visit to visit, without what the visitor typed (`echoed`)."""
        heads = [f"{k}: {v}" for k, v in self.headers if k.lower() not in CHANGING]
        data = "\n".join([str(self.status), *heads]).encode() + b"\n\n" + TOKEN.sub(rb"\1", self.body)
        for typed in echoed:
            data = data.replace(quote(typed, safe="/").encode(), b"").replace(typed.encode(), b"")
        return data


class Visitor:
    """One person at one site."""

    def __init__(self, port, *, who=""):
        self.port, self.who, self.cookies, self.last = port, who, {}, ""
        self.connection = None

    def ask(self, method, path, body=None, **headers):
        """One request. A connection that the server has closed meanwhile is opened again."""
        sent = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "User-Agent": "leaktest",
            **headers,
        }
        if self.last:
            sent["Referer"] = f"http://127.0.0.1:{self.port}{self.last}"
        for last_try in (False, True):
            try:
                return self._ask(method, quote(path, safe=SAFE), body, sent)
            except (HTTPException, OSError):
                self.connection = None
                if last_try:
                    raise
        return None

    def _ask(self, method, path, body, headers):
        self.connection = self.connection or HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        answer = Answer(reply.status, tuple(reply.getheaders()), reply.read())
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                for key, morsel in SimpleCookie(value).items():
                    self.cookies[key] = morsel.value
        return answer

    def get(self, path, **headers):
        """A page; its address is the Referer of the next."""
        answer = self.ask("GET", path, **headers)
        self.last = path
        return answer

    def send(self, method, path, data=None, **headers):
        """A form, with its token, in whatever method."""
        body = urlencode(data or {}, doseq=True)
        form = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.token()}
        return self.ask(method, path, body, **(form | headers))

    def post(self, path, **data):
        """A form with these fields."""
        return self.send("POST", path, data)

    def post_file(self, path, fields, file):
        """A form with a file in it, as a browser sends one."""
        edge = "leaktestleaktestleaktest"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="x.txt"\r\n\r\n'
        body = b"".join(parts) + head.encode() + file + f"\r\n--{edge}--\r\n".encode()
        return self.ask(
            "POST",
            path,
            body,
            **{"Content-Type": f"multipart/form-data; boundary={edge}", "X-CSRFToken": self.token()},
        )

    def token(self):
        """The site's token against forged forms."""
        if not any(name.endswith("-csrf") for name in self.cookies):
            self.ask("GET", "/accounts/login/")
            self.ask("GET", "/admin/login/")
        return next((v for name, v in self.cookies.items() if name.endswith("-csrf")), "")

    def sign_in(self, email, password):
        """On the member site. True if that worked."""
        self.cookies.clear()
        answer = self.post("/accounts/login/", login=email, password=password)
        return answer.status == 302 and "login" not in urlsplit(answer.header("Location")).path

    def sign_in_staff(self, email, password):
        """On the staff site."""
        self.cookies.clear()
        answer = self.post("/admin/login/?next=/admin/", username=email, password=password)
        return answer.status == 302
