"""“Could I be a mentor?”: a text that is shipped as Markdown, a file for each language."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import get_language

from mentoring.lib.markdown import as_html

FOLDER = settings.BASE_DIR / "guidance" / "step_up" / "shipped"
NAME, FALLBACK = "could-i-be-a-mentor", "en"


@dataclass(frozen=True)
class ShippedText:
    """`title` and `summary` as plain text; `body` is the HTML of the sections."""

    title: str
    summary: str
    body: str


def step_up_text():
    """The text in the reader's language, or in English."""
    language = (get_language() or FALLBACK).partition("-")[0]
    return _read(language) or _read(FALLBACK)


@cache
def _read(language):
    file = FOLDER / f"{NAME}.{language}.md"
    return parsed(file.read_text(encoding="utf-8")) if language.isalpha() and file.is_file() else None


def parsed(text):
    """`# Title`, a paragraph that sums it up, then sections that begin with `## `."""
    head, mark, sections = text.strip().partition("\n## ")
    title, _line, summary = head.partition("\n")
    return ShippedText(
        title.removeprefix("#").strip(), " ".join(summary.split()), as_html(mark.strip("\n") + sections)
    )
