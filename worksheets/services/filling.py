"""Filling in a sheet: what was typed is kept prompt by prompt, and nobody's older page is put over a newer one."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from mentoring.lib.vault import CannotSeal
from mentorships.templatetags.private import plain
from profiles.locking import lock_member
from worksheets.filling import Filling, text_mark
from worksheets.models import Answer, FilledSheet, SharedAnswer

KEEP, WRITE, CLASH = "keep", "write", "clash"


@dataclass(frozen=True)
class Typed:
    """What a page sends of one prompt. `began` is the mark of the text it had when it was opened ("" for unknown)."""

    prompt: str
    text: str
    began: str = ""


@transaction.atomic
def save_answers(filling, typed, *, page):
    """Keep what was typed, as {key: Typed}; `page` (UUID or None) names the page that it was typed on.

    Returns the keys of what was not kept, because another page has saved another text to the same prompt since:
    that one stays. CannotSeal if the account was closed in the meantime.
    """
    if not lock_member(filling.member):
        raise CannotSeal
    now = Filling(filling.member, filling.slug, filling.mentorship)
    steps = {key: _step(now.answers.get(key), each, page) for key, each in typed.items()}
    wanted = {key: typed[key] for key, step in steps.items() if step == WRITE}
    if wanted:
        _write(now, wanted, page)
    return {key for key, step in steps.items() if step == CLASH}


def _step(answer, typed, page):
    """What to do with what was typed, beside what is there now."""
    stored = (plain(answer, "text") or "") if answer else ""
    if typed.text == stored:
        return KEEP
    if answer and page and answer.written_from == page:
        return WRITE
    if text_mark(typed.text) == typed.began:
        return KEEP  # not touched on that page; somebody has written on, on another one
    return WRITE if not stored or text_mark(stored) == typed.began else CLASH


def _write(filling, typed, page):
    sheet = filling.filled or _begin(filling)
    now, worded = timezone.now(), {answer.prompt for answer in filling.answers.values()}
    for key, each in typed.items():
        answer = filling.answers.get(key) or Answer(sheet=sheet, member=filling.member)
        if each.prompt not in worded:
            answer.prompt = each.prompt
        answer.text, answer.written_from, answer.changed_at = each.text, page, now
        answer.save()
    FilledSheet.objects.filter(pk=sheet.pk).update(changed_at=now, title=filling.title)


def _begin(filling):
    return FilledSheet.objects.create(
        member=filling.member, slug=filling.slug, title=filling.title, mentorship=filling.mentorship
    )


@transaction.atomic
def begin_sheet(filling):
    """It has been looked at, though nothing is written on it yet."""
    lock_member(filling.member)
    if Filling(filling.member, filling.slug, filling.mentorship).filled is None:
        _begin(filling)


@transaction.atomic
def delete_filled(filling):
    """Delete what a member wrote on a sheet, for good, and what they shared of it."""
    lock_member(filling.member)
    codes = filling.filled.answers.values_list("code", flat=True)
    SharedAnswer.objects.filter(author=filling.member, answer_code__in=list(codes)).delete()
    filling.filled.delete()
