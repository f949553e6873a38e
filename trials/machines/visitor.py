"""One person with one browser, whom a balancer leads to one machine or the other."""

import requests

OF_ALL = "secret-enough"  # the word of all people that factories.py makes
CSRF = "member-csrf"
HOST = "127.0.0.1"


class Visitor:
    """The cookies go along, whichever machine answers, and the name of the site is one: as behind a balancer."""

    def __init__(self, member):
        self.member, self.browser = member, requests.Session()
        self.browser.headers["Host"] = HOST

    def get(self, machine, path):
        """The answer to GET, by that machine."""
        return self.browser.get(f"http://127.0.0.1:{machine.port}{path}", timeout=30, allow_redirects=False)

    def post(self, machine, path, files=None, **data):
        """The answer to a form that was sent, which was seen before."""
        data["csrfmiddlewaretoken"] = self.browser.cookies[CSRF]
        return self.browser.post(
            f"http://127.0.0.1:{machine.port}{path}", data, files=files, timeout=30, allow_redirects=False
        )

    def sign_in(self, machine, password=OF_ALL):
        """The answer to the form of signing in."""
        self.get(machine, "/accounts/login/")
        return self.post(machine, "/accounts/login/", login=self.member.email, password=password)
