"""The screens of the orientation: a short text and a question to oneself on each."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from configuration.documents.catalogue import languages_for
from mentoring.lib.markdown import as_html

SHIPPED = Path(__file__).parent / "shipped"
ROLES = ("mentee", "mentor")
TITLE, QUESTION, NEXT_SCREEN = "# ", "? ", "\n---\n"


@dataclass(frozen=True)
class Screen:
    """One screen; `body` is Markdown, `language` the one it is written in."""

    title: str
    body: str
    question: str
    language: str

    @property
    def html(self):
        """The text as a page shows it."""
        return as_html(self.body)


@cache
def screens(role, language):
    """The screens for a role, as readers of a language get them."""
    files = ((SHIPPED / f"{role}.{code}.md", code) for code in languages_for(language))
    file, written_in = next((file, code) for file, code in files if file.exists())
    text = file.read_text(encoding="utf-8")
    return tuple(_screen(part, written_in) for part in text.split(NEXT_SCREEN))


@cache
def languages_of(role):
    """The languages in which it is written."""
    return tuple(code for code in languages_for("") if (SHIPPED / f"{role}.{code}.md").exists())


def _screen(text, language):
    title, _line, rest = text.strip().partition("\n")
    body, _gap, question = rest.strip().rpartition("\n\n")
    return Screen(title.removeprefix(TITLE), body, question.removeprefix(QUESTION), language)
