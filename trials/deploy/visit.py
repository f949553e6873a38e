"""Run inside the machine: somebody joins by the real pages, or many come while something is done to it.

`python -m trials.deploy.visit join SITE MAIL_FOLDER` prints the address of a member who has confirmed it;
`python -m trials.deploy.visit load SITE SECONDS` prints how many requests were answered, and which were not.
"""

import json
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

ADDRESS, PASSWORD = "grace@deploy.example", "of-the-reading-room-77"  # noqa: S105 of somebody invented
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CODE = re.compile(r"^\s*([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$", re.MULTILINE)
VISITORS, PAUSE_SECONDS, MAIL_SECONDS = 8, 0.05, 40
PAGES = ("/", "/accounts/login/", "/privacy/", "/static/icon.svg")


class Visitor(requests.Session):
    """A browser that trusts the proxy's own certificate."""

    def __init__(self, site):
        super().__init__()
        self.site, self.verify = site, False
        requests.packages.urllib3.disable_warnings()

    def submit(self, path, **fields):
        """The page, then its form."""
        token = TOKEN.search(self.get(f"{self.site}{path}").text)[1]
        data = {"csrfmiddlewaretoken": token, **fields}
        return self.post(f"{self.site}{path}", data, headers={"Referer": f"{self.site}{path}"})


def join(site, folder):
    """Join, wait for the mail that the worker sends, type its code."""
    visitor = Visitor(site)
    visitor.submit(
        "/accounts/signup/", name="Grace Whitfield", email=ADDRESS, password1=PASSWORD, adult="on", terms="on"
    )
    until = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < until:
        mails = [path.read_text(errors="replace") for path in Path(folder).glob("*.eml")]
        codes = [code for mail in mails if ADDRESS in mail for code in CODE.findall(mail)]
        if codes:
            answer = visitor.submit("/accounts/confirm-email/", code=codes[-1])
            return ADDRESS if answer.status_code == 200 and "/accounts/" not in answer.url else answer.url
        time.sleep(0.5)
    return "no mail came"


def load(site, seconds):
    """Each visitor asks one page after the other, each by a connection of its own."""
    until = time.monotonic() + seconds

    def visit(number):
        found, turn = [], number
        while time.monotonic() < until:
            turn += 1
            began = time.monotonic()
            try:
                with Visitor(site) as visitor:
                    status = visitor.get(f"{site}{PAGES[turn % len(PAGES)]}", timeout=60).status_code
            except requests.RequestException as trouble:
                status = type(trouble).__name__
            found.append((status, time.monotonic() - began))
            time.sleep(PAUSE_SECONDS)
        return found

    with ThreadPoolExecutor(VISITORS) as pool:
        answers = [answer for found in pool.map(visit, range(VISITORS)) for answer in found]
    failed = [status for status, _seconds in answers if status != 200]
    return {
        "answered": len(answers) - len(failed),
        "failed": failed,
        "slowest": max(taken for _s, taken in answers),
    }


if __name__ == "__main__":
    what, site, given = sys.argv[1:]
    print(join(site, given) if what == "join" else json.dumps(load(site, float(given))))
