"""Texts that coordinators changed, in place of those of the catalogues. Words: `changed_words.py`.

Django asks one object for each text, `trans_real._active.value`, which `activate()` takes from
`trans_real._translations`. Both are Django's own: `mentoring/lib/tests/test_changed_texts.py` fails when they change.
Where nothing is changed, both are as Django made them, and nothing is slower.
"""

from contextlib import contextmanager
from html import escape

from django.utils.translation import get_language, trans_real

from mentoring.lib.registry.base import Hooks

# (place, language) -> {(msgid, plural form): text} of one mail kind, or another place, in one language.
CHANGED_TEXTS = Hooks()


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
