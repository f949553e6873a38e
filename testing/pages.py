"""Reading the browse page as a member does: cards, their names, the number, the choices."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Found:
    """What a browse page says."""

    names: list = field(default_factory=list)
    codes: list = field(default_factory=list)
    links: list = field(default_factory=list)
    count: int = -1
    choices: dict = field(default_factory=dict)  # (filter, slug) -> (count, ticked)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.inside, self.text, self.choice = Found(), [], "", None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "article" and "data-mentor" in attrs:
            self.found.codes.append(attrs["data-mentor"])
            self.inside.append("card")
        if "data-count" in attrs:
            self.found.count = int(attrs["data-count"])
        if tag in ("h3", "span"):
            self.inside.append(tag)
            self.text = ""
            if tag == "span" and attrs.get("class") != "count":
                self.inside[-1] = "other"
        if tag == "a" and self.inside[-2:] == ["card", "h3"]:
            self.found.links.append(attrs["href"])
        if tag == "input" and attrs.get("type") == "checkbox":
            self.choice = (attrs["name"], attrs["value"], "checked" in attrs)

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "article":
            self.inside.remove("card")
        if tag in ("h3", "span") and self.inside:
            closed = self.inside.pop()
            if closed == "h3" and "card" in self.inside:
                self.found.names.append(self.text.strip())
            if closed == "span" and self.choice:
                kind, slug, ticked = self.choice
                self.found.choices[kind, slug] = (int(self.text), ticked)


def read(response):
    """What stands on the page."""
    assert response.status_code == 200
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.found


def main_text(response):
    """The words of the page without its tags."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text)
