"""What mentors and mentees are called, replaced as whole words in every text of a language.

The objects that `activate()` takes are exchanged (see `changed_texts.py`), so no page and no mail thinks of it.
"""

import re

from django.conf import settings
from django.utils.translation import get_language, trans_real
from django.utils.translation.trans_real import CONTEXT_SEPARATOR

from mentoring.lib.changed_texts import ChangedTranslation
from mentoring.lib.registry.base import Hooks

# () -> {language: {"mentor": "adviser", ...}} of whole words.
CHANGED_WORDS = Hooks()
# What no word is replaced in: tags, placeholders, addresses.
KEPT = r"<[^>]*>|%\(\w+\)\w|\{\w*\}|\w+://\S+|\S+@\S+|(?<!\w)/\S+"
_installed: dict = {}


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
