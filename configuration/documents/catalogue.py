"""Which documents of a kind there are for readers of a language, and what stands in them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings

from configuration.models import TextChange, TextKey
from configuration.services.history import Kept

LANGUAGES = dict(settings.LANGUAGES)
OWN = "own-"  # so begin the names of documents that coordinators added
WITHDRAWN = ""
# Texts as installed that are another one, spelled otherwise (scripts/documents.py): who changes that changes both.
SPELLED_FROM = {"en-us": "en-gb"}


@dataclass(eq=False)
class Documents:
    """One kind of document.

    `folder` holds them as installed, `<slug>.<language>.md`, in the order of `slugs`. `check(text)` returns a text in
    one form or raises ValidationError; `title_of(text)` is the title of a text that passed it. At most `most_added`
    may be added.
    """

    kind: str
    folder: Path
    slugs: tuple[str, ...]
    check: Callable[[str], str]
    title_of: Callable[[str], str]
    most_added: int = 40
    _shipped: dict = field(default_factory=dict)

    def shipped_text(self, slug, language):
        """The text as installed in just this language, or None."""
        if (slug, language) not in self._shipped:
            file = self.folder / f"{slug}.{language}.md"
            there = slug in self.slugs and language in LANGUAGES and file.exists()
            self._shipped[slug, language] = file.read_text(encoding="utf-8").strip() if there else None
        return self._shipped[slug, language]

    def installed_text(self, slug, language):
        """What readers of a language get of a document that nobody has changed, or None for an added one."""
        texts = (self.shipped_text(slug, code) for code in languages_for(language))
        return next((text for text in texts if text is not None), None)

    def text_for(self, slug, language):
        """(text, its language) for readers of a language; WITHDRAWN or None where there is no such document."""
        return self._first_text(slug, languages_for(language)) or (None, language)

    def unchanged_text(self, slug, language):
        """What readers of a language get as long as nothing is changed in just this one; None for nothing."""
        changed = {key: text for key, text in self.changed.get().items() if key != (slug, language)}
        text, _code = self._first_text(slug, languages_for(language), changed) or (None, "")
        return text or None

    def offered(self, language):
        """[(slug, text, its language)]: as installed in their order, then those that coordinators added, by title."""
        shipped = [(slug, *self.text_for(slug, language)) for slug in self.slugs]
        added = [(slug, *self.text_for(slug, language)) for slug in self._added_slugs()]
        added = sorted(filter(_has_text, added), key=lambda each: self.title_of(each[1]).casefold())
        return [*filter(_has_text, shipped), *added]

    def is_name(self, name):
        """Whether a document is or was called so: one as installed, or one that was added."""
        return name in self.slugs or self.of(name).exists()

    def key(self, name, language):
        """The TextKey of a document."""
        return TextKey(self.kind, name, language)

    def of(self, name):
        """All changes of one document."""
        return TextChange.objects.filter(kind=self.kind, name=name)

    @cached_property
    def changed(self):
        """{(slug, language): text} of what coordinators changed, added or withdrew; a few seconds old at most."""
        return Kept(self._read_changed, {})

    def _first_text(self, slug, languages, changed=None):
        """(text, its language) of the first of these that has one, WITHDRAWN included."""
        changed = self.changed.get() if changed is None else changed
        for code in languages:
            text = changed.get((slug, code))
            if text is None and (slug, SPELLED_FROM.get(code)) not in changed:
                text = self.shipped_text(slug, code)
            if text is not None:
                return text, code
        return None

    def _read_changed(self):
        changes = TextChange.objects.holding().filter(kind=self.kind, text__isnull=False)
        return {
            (name, language): text for name, language, text in changes.values_list("name", "language", "text")
        }

    def _added_slugs(self):
        return sorted({slug for slug, _language in self.changed.get() if slug.startswith(OWN)})


def _has_text(document):
    return bool(document[1])


@cache
def languages_for(language):
    """All languages in the order in which readers of this one get a text: their own, its other kind, ours, the rest."""
    first = language.partition("-")[0]
    alike = [code for code in LANGUAGES if code.partition("-")[0] == first]
    return tuple(dict.fromkeys([language, *alike, settings.LANGUAGE_CODE, *LANGUAGES]))
