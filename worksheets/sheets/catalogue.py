"""Which sheets there are for readers of a language, and which prompt is which."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from configuration.models import TextChange, TextKind
from configuration.services.history import Kept
from worksheets.sheets.markdown import read_sheet

SHIPPED = Path(__file__).parent.parent / "shipped"
SLUGS = (
    "as-a-mentee",
    "as-a-mentor",
    "goals",
    "first-meeting",
    "half-way",
    "ending",
    "what-makes-me-a-mentor",
)
FOR_PAIRS = ("goals", "first-meeting", "half-way", "ending")  # offered within a mentorship
OWN = "own-"  # so begin the names of sheets that coordinators added
LANGUAGES = dict(settings.LANGUAGES)
WITHDRAWN = ""
KEY_LENGTH = 12


@cache
def shipped_text(slug, language):
    """The text as installed in just this language, or None."""
    file = SHIPPED / f"{slug}.{language}.md"
    return file.read_text(encoding="utf-8") if slug in SLUGS and file.exists() else None


def installed_text(slug, language):
    """What readers of a language get of a sheet that nobody has changed, or None for an added one."""
    texts = (shipped_text(slug, code) for code in languages_for(language))
    return next((text for text in texts if text is not None), None)


@cache
def languages_for(language):
    """All languages, as readers of this one get a sheet: in their own, else in its other kind, in ours, in any."""
    kind = language.partition("-")[0]
    alike = [code for code in LANGUAGES if code.partition("-")[0] == kind]
    return tuple(dict.fromkeys([language, *alike, settings.LANGUAGE_CODE, *LANGUAGES]))


def text_for(slug, language):
    """(text, its language) for readers of a language; WITHDRAWN or None where the sheet is not offered."""
    return _first_text(slug, languages_for(language)) or (None, language)


def inherited_text(slug, language):
    """What readers of a language get as long as it has no text of its own; None for nothing."""
    text, _code = _first_text(slug, languages_for(language)[1:]) or (None, "")
    return text or None


def _first_text(slug, codes):
    """(text, its language) of the first of these languages that has one, WITHDRAWN included."""
    changed = CHANGED.get()
    for code in codes:
        text = changed.get((slug, code))
        text = shipped_text(slug, code) if text is None else text
        if text is not None:
            return text, code
    return None


def sheet(slug, language):
    """The Sheet as readers of this language get it; None where there is none."""
    text, written_in = text_for(slug, language)
    return _read(slug, written_in, text) if text else None


def sheets(language):
    """All that are offered: as installed in their order, then those that coordinators added, by title."""
    added = sorted({slug for slug, _code in CHANGED.get() if slug.startswith(OWN)})
    added = sorted(filter(None, (sheet(slug, language) for slug in added)), key=lambda each: each.title)
    return [*filter(None, (sheet(slug, language) for slug in SLUGS)), *added]


def key_of(slug, prompt):
    """Names a prompt (its text) in forms.

    One name for it in all languages as installed, and another once it is worded anew: so an answer never gets to
    stand under a prompt that it did not answer.
    """
    return _hash(_first_wordings(slug).get(prompt, prompt))


def second_key(prompt):
    """Another name, for a second answer to one prompt that was worded like this."""
    return _hash(f"second: {prompt}")


def _hash(text):
    return sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def past_prompts(slug, keys):
    """{key: prompt} of those keys that were prompts of this sheet once: read from its whole history."""
    changes = TextChange.objects.filter(kind=TextKind.WORKSHEET, name=slug).values_list("text", flat=True)
    texts = [*(shipped_text(slug, code) for code in LANGUAGES), *changes]
    prompts = (prompt.text for text in filter(None, texts) for prompt in _read(slug, "", text).prompts)
    by_key = {key_of(slug, prompt): prompt for prompt in prompts}
    return {key: by_key[key] for key in keys if key in by_key}


def label_of(key, language):
    """The prompt of this key on any sheet that is offered; "" if there is none."""
    prompts = ((each.slug, prompt.text) for each in sheets(language) for prompt in each.prompts)
    return next((prompt for slug, prompt in prompts if key_of(slug, prompt) == key), "")


@cache
def _first_wordings(slug):
    """{prompt in a language as installed: the same one in the first}; empty where the languages do not match."""
    texts = [text for code in languages_for(settings.LANGUAGE_CODE) if (text := shipped_text(slug, code))]
    read = [_read(slug, "", text).prompts for text in texts]
    if len({len(prompts) for prompts in read}) != 1:
        return {}
    return {
        prompt.text: first.text for prompts in read for prompt, first in zip(prompts, read[0], strict=True)
    }


@lru_cache(maxsize=512)
def _read(slug, language, text):
    return read_sheet(text, slug=slug, language=language)


def _read_changed():
    changes = TextChange.objects.holding().filter(kind=TextKind.WORKSHEET, text__isnull=False)
    return {
        (name, language): text for name, language, text in changes.values_list("name", "language", "text")
    }


# {(slug, language): text} of what coordinators changed, added or took out.
CHANGED = Kept(_read_changed, {})
