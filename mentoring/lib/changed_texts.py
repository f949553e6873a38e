"""Texts and names of people that coordinators changed, in place of those of the catalogues.

Django asks one object for each text, `trans_real._active.value`, which `activate()` takes from
`trans_real._translations`. Both are Django's own: `mentoring/lib/tests/test_changed_texts.py` fails when they change.
Where nothing is changed, both are as Django made them, and nothing is slower.
"""

import re
from contextlib import contextmanager
from html import escape

from django.conf import settings
from django.utils.translation import get_language, trans_real
from django.utils.translation.trans_real import CONTEXT_SEPARATOR

from mentoring.lib.registry.base import Hooks

# (place, language) -> {(msgid, plural form): text} of one mail kind, or another place, in one language.
CHANGED_TEXTS = Hooks()
# () -> {language: {"mentor": "adviser", ...}} of whole words.
CHANGED_WORDS = Hooks()
# What no word is replaced in: tags, placeholders, addresses.
KEPT = r"<[^>]*>|%\(\w+\)\w|\{\w*\}|\w+://\S+|\S+@\S+|(?<!\w)/\S+"
_installed: dict = {}


class ChangedTranslation:
    """A language of Django's whose texts are looked at before they are used. All else is the language's own."""

    def __init__(self, base):
        self.base = base

    def __getattr__(self, name):
        return getattr(self.base, name)


class WithTexts(ChangedTranslation):
    """Answers the messages of `texts`, {(msgid, plural form): text}; escaped where they go into HTML."""

    def __init__(self, base, texts, *, html):
        super().__init__(base)
        self.texts = {key: escape(text) for key, text in texts.items()} if html else texts

    def gettext(self, message):
        """The changed text, or the language's own."""
        text = self.texts.get((message, 0))
        return self.base.gettext(message) if text is None else text

    def ngettext(self, singular, plural, number):
        """The same, in the plural form for this number."""
        text = self.texts.get((singular, self.base.plural(number)))
        return self.base.ngettext(singular, plural, number) if text is None else text


class WithWords(ChangedTranslation):
    """Replaces whole words in every text of the language; what was replaced once is remembered."""

    def __init__(self, base, words):
        super().__init__(base)
        self.words = words
        names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        article = r"(?:\b(an?) )?" if base.to_language().startswith("en") else r"()"
        self.pattern = re.compile(rf"{KEPT}|{article}\b({names})\b", re.IGNORECASE)
        self.known = {}

    def gettext(self, message):
        """The text of the language with the words replaced."""
        text = self.base.gettext(message)
        return self.replaced(text.rpartition(CONTEXT_SEPARATOR)[2])

    def ngettext(self, singular, plural, number):
        """The same in the plural form for this number."""
        text = self.base.ngettext(singular, plural, number)
        return text if CONTEXT_SEPARATOR in text else self.replaced(text)

    def replaced(self, text):
        """A text with the words replaced."""
        if text not in self.known:
            self.known[text] = self.pattern.sub(self._word, text)
        return self.known[text]

    def _word(self, match):
        article, name = match[1], match[2]
        if not name:
            return match[0]
        word = self.words[name.lower()]
        word = word[0].upper() + word[1:] if name[0].isupper() else word
        if not article:
            return word
        return f"{article[0]}{'n' if starts_with_vowel(word) else ''} {word}"


def starts_with_vowel(word):
    """Whether English says `an` before it: by its sound, as far as the spelling tells."""
    small = word.lower()
    if small.startswith(("eu", "uni", "use", "usu", "one", "ut")):
        return False
    return small.startswith(("a", "e", "i", "o", "u", "hour", "honor", "honour", "honest", "heir"))


def install_changed_words():
    """Put the changed words of all languages in force in this process; cheap where nothing has changed."""
    words = {}
    for changes in CHANGED_WORDS.results():
        words |= changes
    if words != _installed:
        _install(words)


def words_mark():
    """What a text that is kept in memory depends on: the language, and the words of now."""
    return get_language(), str(_installed) if _installed else ""


@contextmanager
def changed_texts(place, *, html=False):
    """While this runs, the texts of this place (a kind of mail) are those that coordinators wrote."""
    texts = {}
    for changes in CHANGED_TEXTS.results(place, get_language()):
        texts |= changes
    if not texts:
        yield
        return
    with active(WithTexts(trans_real.catalog(), texts, html=html)):
        yield


@contextmanager
def active(translation):
    """While this runs, texts come from this translation object."""
    before = getattr(trans_real._active, "value", None)
    trans_real._active.value = translation
    try:
        yield
    finally:
        if before is None:
            trans_real.deactivate()
        else:
            trans_real._active.value = before


def plain(translation):
    """The language as Django made it."""
    return translation.base if isinstance(translation, ChangedTranslation) else translation


def _install(words):
    """Every language is loaded as it is first: one is the fallback of another."""
    languages = {code: plain(trans_real.translation(code)) for code, _name in settings.LANGUAGES}
    for code, base in languages.items():
        trans_real._translations[code] = WithWords(base, words[code]) if words.get(code) else base
    trans_real._default = None
    _installed.clear()
    _installed.update(words)
