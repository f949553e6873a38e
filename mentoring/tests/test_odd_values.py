"""Values that no browser sends, in each field of each form of every page: refused or taken, never a broken page."""

from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from django.utils import timezone

from testing import world

pytestmark = pytest.mark.django_db
MEMBER = "mentoring.urls"
LEFT_OUT = ("/accounts/logout/", "/accounts/sessions/", "/profile/close/")
ENDS = ("/end/", "/pause/", "/withdraw/", "/decline/")  # last: they take the page away
EXPANDS = "\ufdfa"  # eighteen characters once it is normalised
TEXTS = (EXPANDS, "\x00")
DAYS = ("0001-01-01", "9999-12-31", "2027-02-30")
TIMES = ("24:00", "23:59:60")
MOMENTS = ("0001-01-01T00:00", "9999-12-31T23:59", "2027-03-28T02:30")
NUMBERS = ("-1", "9" * 40, "NaN", "2147483648")
CHOICES = ("no-such-choice\x00", "9" * 40)


class Fields(HTMLParser):
    """The posted forms of a page: (address, {name: (kind, a good value, limit)})."""

    def __init__(self, page, url):
        super().__init__()
        self.url, self.forms, self.select = url, [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            posted = given.get("method", "").lower() == "post"
            action = urljoin(self.url, given.get("action") or self.url)
            self.forms.append((action if posted else None, {}))
        elif self.forms and given.get("name"):
            self._field(tag, given, self.forms[-1][1])
        elif tag == "option" and self.select and given.get("value"):
            kind, good, limit = self.forms[-1][1][self.select]
            if not good or "selected" in given:
                self.forms[-1][1][self.select] = kind, given["value"], limit

    def _field(self, tag, given, fields):
        name, kind = given["name"], given.get("type", "text") if tag == "input" else tag
        value, limit = given.get("value") or "", int(given.get("maxlength") or 2000)
        self.select = name if tag == "select" else None
        if kind in {"radio", "checkbox"} and name in fields and "checked" not in given:
            return
        if kind != "button" or name not in fields:
            fields[name] = kind, value or good_value(kind), limit


def good_value(kind):
    """What such a field takes, where the page has nothing in it."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return {
        "date": f"{tomorrow}",
        "time": "10:00",
        "datetime-local": f"{tomorrow}T10:00",
        "number": "1",
        "email": "somebody@test.example",
        "url": "https://test.example/",
        "textarea": "A plain text.",
        "text": "A plain text",
    }.get(kind, "")


def odd_values(kind, limit):
    """Every odd value for such a field."""
    if kind in {"text", "textarea", "search", "email", "url", "tel", "password"}:
        return [text * limit for text in TEXTS]
    return {"date": DAYS, "time": TIMES, "datetime-local": MOMENTS, "number": NUMBERS}.get(kind, CHOICES)


def forms_of(client, urls):
    """{address: fields} of every form that is posted."""
    found = {}
    for url in urls:
        answer = client.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for action, fields in Fields(answer.content.decode(), url).forms:
                if action and fields and not action.startswith(LEFT_OUT):
                    found.setdefault(action, fields)
    return sorted(found.items(), key=lambda form: form[0].endswith(ENDS))


def broken(client, people, role, action, fields):
    """What broke a page, one line each."""
    good = {name: value for name, (_kind, value, _limit) in fields.items()}
    people.sign_in(client, role)
    for name, (kind, _value, limit) in fields.items():
        for odd in odd_values(kind, limit):
            try:
                answer = client.post(action, good | {name: odd})
                if answer.status_code == 302:
                    answer = client.get(answer.url)
            except Exception as error:  # the test client raises what the site would answer with 500
                yield f"{action} {name}={odd[:20]!r}: {type(error).__name__}: {error}"


@pytest.mark.parametrize(
    ("role", "least", "of"), (("mentee", 15, "/"), ("mentor", 3, ("/requests/", "/profile/")))
)
def test_no_value_breaks_a_page(role, least, of, client, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    people = world.build()
    people.sign_in(client, role)
    forms = forms_of(client, [url for _key, url in people.addresses(MEMBER)])
    forms = [(action, fields) for action, fields in forms if action.startswith(of)]
    assert len(forms) >= least

    found = [line for action, fields in forms for line in broken(client, people, role, action, fields)]

    assert found == []
