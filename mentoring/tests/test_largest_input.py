"""Attack A11 and its kind: no form keeps a process busy, whatever is typed into it.

Every form of every page of the two, each text filled to its limit and far beyond it, in shapes that are
expensive for parsers, comparisons and regular expressions. Measured in seconds of this process.
"""

import gc
import time
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from testing import world

pytestmark = pytest.mark.django_db
MEMBER = "mentoring.urls"
SHAPES = {
    "words by turns": "a b ",
    "empty lines": "\n",
    "lines by turns": "a nine-let\nb nine-let\n",
    "one word": "x",
    "quotes": "> ",
    "brackets": "[",
    "emphasis": "*_a",
    "links": "![](http://a.b/(",
    "tables": "|-",
    "tags": "<a <!--",
    "marks": "e\u0301\u0323",
    "addresses": "a@a.",
}
TYPED = {"text", "search", "email", "url", "tel", "password"}
FAR_BEYOND = 600_000  # bytes in one field; more than 2.5 MB altogether are refused unread
SECONDS = 1.0
VERSIONS = {"base", "seen"}
ENDS = "/end/"  # last: nothing is written to a pair that has ended
LEFT_OUT = ("/accounts/logout/", "/accounts/sessions/", "/profile/close/")


class Forms(HTMLParser):
    """Every form that is posted: its address, its texts with their limits, and what else goes with it."""

    def __init__(self, page, url):
        super().__init__()
        self.url, self.found = url, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            posted = given.get("method", "").lower() == "post"
            action = urljoin(self.url, given.get("action") or self.url)
            self.found.append((action if posted else None, {}, {}))
        elif self.found and given.get("name"):
            self._field(tag, given, *self.found[-1][1:])

    def _field(self, tag, given, texts, others):
        kind = given.get("type", "text")
        if tag == "textarea" or (tag == "input" and kind in TYPED):
            texts[given["name"]] = int(given.get("maxlength") or FAR_BEYOND)
        elif tag == "input" and (kind == "hidden" or "checked" in given or kind in {"date", "time"}):
            others[given["name"]] = given.get("value", "")
        elif tag == "button":
            others.setdefault(given["name"], given.get("value", ""))


def forms_of(client, urls):
    """{address: (page, texts, others)} of all that have a text in them."""
    found = {}
    for url in urls:
        answer = client.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for action, texts, others in Forms(answer.content.decode(), url).found:
                if action and texts and not action.startswith(LEFT_OUT):
                    found.setdefault(action, (url, texts, others))
    return found


def seconds(step):
    """Of the step alone: looking for the garbage of a thousand tests before it takes a second, too."""
    gc.disable()
    began = time.process_time()
    answer = step()
    took = time.process_time() - began
    gc.enable()
    return took, answer


def typed_into(texts, shape, *, again):
    """To the limit; `again`: twice, differently, as what two have changed at once is put together."""
    for text in (shape, shape + shape[: len(shape) // 2 or 1])[: 1 + again]:
        yield {name: (text * limit)[:limit] for name, limit in texts.items()}


def far_beyond(texts):
    """A long run of every shape in one text: what takes the square of a run's length takes minutes for one of these."""
    run = FAR_BEYOND // len(SHAPES)
    return dict.fromkeys(texts, "".join((shape * run)[:run] for shape in SHAPES.values()))


def has_version(others):
    """Whether a form says which version of its text it began with: only then two are put together."""
    return not VERSIONS.isdisjoint(others)


def slow_ones(client, action, others, texts_typed):
    """(address, seconds) of every answer that took too long: to the posts, and of the pages they lead to."""
    for typed in texts_typed:
        took, answer = seconds(lambda typed=typed: client.post(action, others | typed))
        assert answer.status_code < 500, action
        steps = [(action, took)]
        if answer.status_code == 302:
            steps.append((answer.url, seconds(lambda answer=answer: client.get(answer.url))[0]))
        yield from ((url, took) for url, took in steps if took > SECONDS)


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("role", "least", "of"), (("mentee", 15, "/"), ("mentor", 3, ("/requests/", "/profile/")))
)
def test_the_largest_text_of_every_shape_is_answered_within_a_second(role, least, of, client, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    people = world.build()
    people.sign_in(client, role)
    urls = [url for _key, url in people.addresses(MEMBER)]
    forms = forms_of(client, urls)
    forms = {action: form for action, form in forms.items() if action.startswith(of)}
    assert len(forms) >= least

    slow = []
    for action, (page, *form) in sorted(forms.items(), key=lambda form: ENDS in form[0]):
        people.sign_in(client, role)
        for shape in SHAPES.values():
            if has_version(form[1]):
                _page, *form = forms_of(client, [page]).get(action, (page, *form))  # with its version of now
            texts, others = form
            slow += slow_ones(client, action, others, typed_into(texts, shape, again=has_version(others)))
        slow += slow_ones(client, action, form[1], [far_beyond(form[0])])
    assert slow == []
