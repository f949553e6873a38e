"""Which sheets there are for readers of a language, and which prompt is which."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from configuration.documents.catalogue import Documents, languages_for
from configuration.models import TextKind
from worksheets.sheets.markdown import checked_sheet, in_one_form, read_sheet
from worksheets.sheets.orientation import orientation_sheet, role_of, wordings

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
KEY_LENGTH = 12

SHEETS = Documents(
    kind=TextKind.WORKSHEET.value,
    folder=Path(__file__).parent.parent / "shipped",
    slugs=SLUGS,
    check=checked_sheet,
    title_of=lambda text: read_sheet(text, slug="", language="").title,
)


def sheet(slug, language):
    """The Sheet as readers of this language get it; None where there is none."""
    if role_of(slug):
        return orientation_sheet(slug, language)
    text, written_in = SHEETS.text_for(slug, language)
    return _read(slug, written_in, text) if text else None


def sheets(language):
    """All that are offered: as installed in their order, then those that coordinators added, by title."""
    return [_read(slug, written_in, text) for slug, text, written_in in SHEETS.offered(language)]


def key_of(slug, prompt):
    """Names a prompt (its text) in forms.

    One name for it in all languages as installed, and another once it is worded anew: so an answer never gets to
    stand under a prompt that it did not answer.
    """
    prompt = in_one_form(prompt)
    return _hash(_first_wordings(slug).get(prompt, prompt))


def second_key(prompt):
    """Another name, for a second answer to one prompt that was worded like this."""
    return _hash(f"second: {in_one_form(prompt)}")


def _hash(text):
    return sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def past_prompts(slug, keys):
    """{key: prompt} of those keys that were prompts of this sheet once: read from its whole history.

    A prompt as installed has one key in all languages: it is given in the reader's.
    """
    changes = SHEETS.of(slug).values_list("text", flat=True)
    nearest_last = reversed(languages_for(get_language()))
    texts = [*(SHEETS.shipped_text(slug, code) for code in nearest_last), *changes]
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
    texts = wordings(slug) if role_of(slug) else _shipped_prompts(slug)
    prompts = [[in_one_form(prompt) for prompt in each] for each in texts]
    if len({len(each) for each in prompts}) != 1:
        return {}
    return {prompt: first for each in prompts for prompt, first in zip(each, prompts[0], strict=True)}


def _shipped_prompts(slug):
    texts = [SHEETS.shipped_text(slug, code) for code in languages_for(settings.LANGUAGE_CODE)]
    return [[prompt.text for prompt in _read(slug, "", text).prompts] for text in texts if text]


@lru_cache(maxsize=512)
def _read(slug, language, text):
    return read_sheet(text, slug=slug, language=language)
