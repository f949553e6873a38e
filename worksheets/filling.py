"""One member's copy of one worksheet, as it is read: every prompt, with what they wrote to it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from mentoring.lib.signed import keyed_hash
from mentorships.models import Alone
from mentorships.templatetags.private import plain
from worksheets.models import Answer, FilledSheet, SharedAnswer, sheet_url
from worksheets.sheets.catalogue import key_of, past_prompts, second_key, sheet

MARK_LENGTH = 16


@dataclass(frozen=True)
class Entry:
    """A prompt and the answer to it, if there is one. `is_past`: the sheet no longer has the prompt."""

    key: str
    prompt: str
    help_html: str = ""
    answer: Answer | None = None
    is_past: bool = False

    @property
    def text(self):
        """What was written; empty where there is nothing, or it does not open."""
        return (plain(self.answer, "text") or "") if self.answer else ""

    @property
    def code(self):
        """The code of the answer; None where there is none."""
        return self.answer and self.answer.code

    @property
    def is_unreadable(self):
        """Whether something is written that does not open."""
        return bool(self.answer and self.answer.__dict__["text"] and not self.text)


class Filling:
    """A sheet and what a member has written on it, for themselves or (with a mentorship) within one."""

    def __init__(self, member, slug, mentorship=None):
        self.member, self.slug, self.mentorship = member, slug, mentorship
        self.sheet = sheet(slug, get_language())
        self.filled = FilledSheet.objects.of(member, slug, mentorship).first()

    @property
    def exists(self):
        """Whether there is anything to show: the sheet is offered, or the member has written on it."""
        return bool(self.sheet or self.filled)

    @property
    def title(self):
        """Of a sheet that is no longer there, the one it had."""
        return self.sheet.title if self.sheet else self.filled.title

    @cached_property
    def answers(self):
        """{key: Answer}, read in one statement and opened with one look at the keys.

        Two that have come to answer one prompt, by a new translation of it: the later stands under it, none is hidden.
        """
        answers = self.filled.answers.order_by("-changed_at", "-pk") if self.filled else []
        by_key = {}
        for answer in adopt_answers(answers, self.member):
            key = key_of(self.slug, answer.prompt)
            by_key[second_key(answer.prompt) if key in by_key else key] = answer
        return by_key

    @cached_property
    def entries(self):
        """The prompts in their order; then those that the sheet no longer has, where something was written."""
        prompts = self.sheet.prompts if self.sheet else ()
        now = [self._entry(key_of(self.slug, prompt.text), prompt) for prompt in prompts]
        keys = {entry.key for entry in now}
        past = [
            Entry(key, answer.prompt, answer=answer, is_past=True)
            for key, answer in self.answers.items()
            if key not in keys and answer.__dict__["text"]
        ]
        return [*now, *past]

    def _entry(self, key, prompt):
        return Entry(key, prompt.text, prompt.help_html, self.answers.get(key))

    def entries_with(self, keys):
        """The entries, and those of `keys` that the sheet had once: somebody has its old page open."""
        missing = set(keys) - {entry.key for entry in self.entries}
        past = past_prompts(self.slug, missing) if missing else {}
        more = [Entry(key, prompt, "", self.answers.get(key), True) for key, prompt in past.items()]
        return [*self.entries, *more]

    @cached_property
    def shared(self):
        """{code of an answer: its shared copies}, each knowing its mentorship, without their words."""
        codes = [answer.code for answer in self.answers.values()]
        if not codes:
            return {}
        copies = SharedAnswer.objects.filter(author=self.member, answer_code__in=codes).defer("text")
        by_answer = {}
        for copy in copies.select_related("mentorship__mentor", "mentorship__mentee"):
            copy.partner = copy.mentorship.partner_of(self.member)
            by_answer.setdefault(copy.answer_code, []).append(copy)
        return by_answer

    def url(self, name="worksheet"):
        """The address of one of its pages."""
        return sheet_url(self.slug, self.mentorship, name)

    def get_absolute_url(self):
        """Where it is filled in."""
        return self.url()


def adopt_answers(answers, member):
    """Let every answer know its member, and all of them share one look at the keys."""
    alone, answers = Alone(member), list(answers)
    for answer in answers:
        answer.member, answer.pair = member, alone
    return answers


def text_mark(text):
    """Names a text without telling it: a page says by it which text it began with."""
    return keyed_hash(text, salt="worksheets.text")[:MARK_LENGTH]
