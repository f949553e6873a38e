"""Writing on a sheet: a field for each prompt, and which text each began with."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language

from mentoring.lib.text import Draft, MultiLineField, uuid_or_none
from mentorships.differences import merge_texts
from worksheets.filling import Entry, text_mark
from worksheets.models import SharedAnswer
from worksheets.services.filling import Typed

LONGEST = 10_000
ANSWER, BEGAN = "answer-", "began-"


@dataclass(frozen=True)
class Question:
    """One prompt on the page: its field, the mark of the text it began with, and with whom its answer is shared."""

    field: forms.BoundField
    entry: Entry
    began: str
    shared: Sequence[SharedAnswer]

    @property
    def began_name(self):
        """What the mark is called in the form."""
        return BEGAN + self.entry.key


def in_language(text, language):
    """A text of a sheet; marked where the sheet is in another language than the page."""
    if not text or language in ("", get_language()):
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


class FillForm(Draft, forms.Form):
    """Every prompt may stay empty. `page` names this page: of two tabs it tells which one has saved."""

    mark_optional = False

    def __init__(self, data=None, *, filling, initial=None):
        super().__init__(data, initial=initial)
        posted = {name.removeprefix(ANSWER) for name in data or () if name.startswith(ANSWER)}
        self.entries = filling.entries_with(posted)
        self.page = uuid_or_none(self.data.get("page")) or uuid.uuid4()
        language = filling.sheet.language if filling.sheet else ""
        for entry in self.entries:
            name = ANSWER + entry.key
            self.fields[name] = MultiLineField(
                label=in_language(entry.prompt, language),
                help_text=in_language(entry.help_html, language),
                max_length=LONGEST,
                required=False,
            )
            self.initial.setdefault(name, entry.text)

    def questions(self, shared):
        """Each prompt in order, as a Question; `shared` is {code of an answer: its shared copies}."""
        return [
            Question(self[ANSWER + entry.key], entry, self._began(entry), shared.get(entry.code, ()))
            for entry in self.entries
        ]

    def _began(self, entry):
        """The mark of the text that this page began with."""
        return self.data.get(BEGAN + entry.key, "") if self.is_bound else text_mark(entry.text)

    def typed(self):
        """{key: Typed} of what was sent and can be kept. A prompt that the page did not have is left as it is."""
        prompts = {entry.key: entry.prompt for entry in self.entries}
        return {
            key: Typed(prompts[key], text, self.data.get(BEGAN + key, ""))
            for name, text in self.draft().items()
            if name in self.data and (key := name.removeprefix(ANSWER))
        }


def with_both(filling, typed, clashes):
    """The form once more: where two pages have saved different texts, with the lines of both."""
    both = {
        ANSWER + entry.key: merge_texts(None, entry.text, typed[entry.key].text)
        for entry in filling.entries_with(clashes)
        if entry.key in clashes
    }
    return FillForm(filling=filling, initial=both)
