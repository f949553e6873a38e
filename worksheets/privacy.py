"""What worksheets hold about people: what a member writes is sealed to them alone, until they share an answer."""

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    ON_SHREDDING,
    Rights,
    declare,
    export_part,
)
from mentoring.lib.vault import opened
from mentorships.models import Alone
from worksheets.models import Answer, FilledSheet, SharedAnswer

PAIR = "mentorship"
UNREADABLE = "kept: unreadable without its key, or left to the partner if the leaver chose so"

declare(
    Answer,
    owners=("member",),
    export="worksheets",
    leaving=DELETED,
    worker=Rights("D", read=("id", "member_id")),
    texts={"text": _("Answer on a worksheet")},
)
declare(
    FilledSheet,
    owners=("member",),
    export="worksheets",
    leaving="deleted after its answers",
    worker=Rights("D", read=("id", "member_id")),
)
declare(
    SharedAnswer,
    owners=("author",),
    export=PAIR,
    leaving=UNREADABLE,
    # That there is something to read, and of what day: what its mail is about.
    worker=Rights("D", read=("id", "mentorship_id", "author_id", "shared_at")),
    texts={"text": _("Shared worksheet answer")},
)


@export_part("worksheets", _("Your worksheets"), order=85)
def worksheets_of(member):
    """Every answer with the prompt that it answers, whether or not its sheet is still there."""
    alone = Alone(member)
    rows = Answer.objects.filter(member=member)
    rows = rows.select_related("sheet__mentorship__mentor", "sheet__mentorship__mentee")
    for answer in rows.order_by("sheet", "pk").iterator(CHUNK):
        answer.member, answer.pair = member, alone
        pair = answer.sheet.mentorship
        yield {
            "worksheet": answer.sheet.title,
            "mentorship_with": pair.partner_of(member).name if pair else "",
            "begun": plain(answer.sheet.begun_at),
            "prompt": answer.prompt,
            "answer": opened(answer, "text"),
            "changed": plain(answer.changed_at),
        }


@ON_LEAVING.register(order=30)
def delete_filled_sheets(member, *, leave_words):
    """The answers have gone by then. Past the collector, which would look for some and may not."""
    sheets = FilledSheet.objects.filter(member=member)
    sheets._raw_delete(sheets.db)
    return ()


@ON_SHREDDING.register()
def delete_shared_answers(code):
    """Of a mentorship whose texts have gone: which prompts were answered need not stay."""
    shared = SharedAnswer.objects.filter(mentorship__code=code)
    SharedAnswer.objects.filter(pk__in=list(shared.values_list("pk", flat=True)))._raw_delete(shared.db)
    return ()
