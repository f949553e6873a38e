"""A made-up language in which every text is turned around, to see what a page says that no translator would get.

A word stands backwards and in Armenian letters. So a Latin letter on a page is of a text that did not turn.
"""

import re
from html.parser import HTMLParser

from django.utils.translation import trans_real
from django.utils.translation.trans_real import CONTEXT_SEPARATOR

from configuration.admin import pages
from configuration.documents import catalogue
from profiles import vocabulary
from profiles.models import Term, TermLabel
from scripts.english import A_DATE, DATES, TIME

CODE = "qps"
KEPT = r"%\(\w+\)[a-z]|%[a-z%]|\{[^}]*\}|<[^>]*>|&#?\w+;|\w+://\S+|\S+@\S+"
WORD = re.compile(rf"{KEPT}|[A-Za-z]+")
ESCAPED = re.compile(r"(?:\\[a-z])+")  # of a format of a date: the letters that stay
LATIN = re.compile(r"[A-Za-z]{2,}")
READ = {
    "alt",
    "title",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "content",
}
UNSEEN = {"script", "style", "template", "code", "kbd", "pre", "textarea"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SUBMITS = {"submit", "reset", "button"}


def turned(text):
    """A text in the made-up language. Placeholders, tags, addresses and formats of dates stay."""
    if text in DATES or (A_DATE.fullmatch(text) and TIME.search(text)):
        return ESCAPED.sub(lambda match: _turned_word(match[0].replace("\\", "")), text)
    return WORD.sub(lambda match: _turned_word(match[0]), text)


def _turned_word(word):
    return "".join(map(_turned_letter, reversed(word))) if word.isalpha() else word


def _turned_letter(letter):
    return chr(0x561 + ord(letter) - ord("a")) if letter.islower() else chr(0x531 + ord(letter) - ord("A"))


class Turned:
    """The translation object of the language, over that of English: also for the texts of Django and allauth."""

    def __init__(self, base):
        self.base = base

    def __getattr__(self, name):
        return getattr(self.base, name)

    def to_language(self):
        """Its code."""
        return CODE

    def gettext(self, message):
        """The text, turned."""
        return turned(self.base.gettext(message).rpartition(CONTEXT_SEPARATOR)[2])

    def ngettext(self, singular, plural, number):
        """The same in the plural form for this number; a text with a context is asked for once more without."""
        text = self.base.ngettext(singular, plural, number)
        return text if CONTEXT_SEPARATOR in text else turned(text)


def install(settings, monkeypatch):
    """Let the site speak it while a test runs."""
    settings.LANGUAGES = [*settings.LANGUAGES, (CODE, turned("Turned"))]
    monkeypatch.setitem(
        trans_real._translations, CODE, Turned(trans_real.translation(settings.LANGUAGE_CODE))
    )
    monkeypatch.setattr(trans_real, "check_for_language", lambda code: True)
    for known in (catalogue.LANGUAGES, pages.LANGUAGES):
        monkeypatch.setitem(known, CODE, turned("Turned"))


def label_terms():
    """Labels of the words of the field, which are rows of the database."""
    labels = [TermLabel(term=term, language=CODE, label=turned(term.label)) for term in Term.objects.all()]
    TermLabel.objects.bulk_create(labels)
    vocabulary.changed()  # what was read before is kept in memory


class ReadAloud(HTMLParser):
    """What one sees or hears of a page in its own language; what says that it is in another one is left out."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.open = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note attributes that are read; remember whether what follows is."""
        attrs = dict(attrs)
        hidden = tag in UNSEEN or attrs.get("lang", CODE) != CODE or attrs.get("translate") == "no"
        hidden = hidden or bool(self.open and self.open[-1][1])
        if not hidden:
            self.texts += [
                (f"{tag} {name}", value) for name, value in attrs.items() if _is_read(tag, name, attrs)
            ]
        if tag not in VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag):
        """Forget what is closed, with what was left open in it."""
        if tag in [name for name, _hidden in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        """Words between tags."""
        if data.strip() and not (self.open and self.open[-1][1]):
            self.texts.append((self.open[-1][0] if self.open else "", " ".join(data.split())))


def _is_read(tag, name, attrs):
    if not attrs[name]:
        return False
    if tag == "meta":
        return name == "content" and attrs.get("name") == "description"
    if name == "value":
        return tag == "input" and attrs.get("type") in SUBMITS
    return name in READ or (name.startswith("data-") and name != "data-inline-formset" and " " in attrs[name])


def unturned(page, same_everywhere):
    """[(where, text)] of what a page says that did not turn, beside what matches `same_everywhere`."""
    return [each for each in ReadAloud(page).texts if unturned_text(each[1], same_everywhere)]


def unturned_text(text, same_everywhere):
    """Whether a text holds Latin words beside what matches `same_everywhere`."""
    return bool(LATIN.search(same_everywhere.sub(" ", text)))
