"""What help, reports and blocks hold about people."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from conduct.models import Block, Case, CaseKey, CaseText
from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import (
    AFTER_LEAVING,
    DELETED,
    ON_LEAVING,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from mentoring.lib.vault import opened
from mentoring.lib.vault.rows import codes_with_keys

STATE = "where a case stands and which coordinator sees to it: its texts stay as they are"

declare(
    Case,
    owners=("member",),  # and `about`, who is not told: what names them is the reporter's
    export="cases",
    leaving="kept: a coordinator has to close it; then its texts are shredded",
    staff=Rights("S", change=columns("closed_at", "waiting_since", "held_by_id", why=STATE)),
    worker="S",
)
declare(
    CaseKey,
    owners=("author",),
    export="none: the key of a text, wrapped",
    leaving="deleted once the case is closed",
    staff=Rights("S", insert="the key of a coordinator's own answer; it opens no other text"),
    worker=Rights("D", read=("id", "scope", "author_id")),
)
declare(
    CaseText,
    owners=("case__member",),
    export="cases",
    leaving="kept: unreadable without its key",
    staff=Rights("S", insert="a coordinator's answer, sealed for its case"),
    worker=Rights(read=("id", "case_id", "author_id", "written_at")),  # days until an answer, for the figures
    texts={
        "text": _("What you tell the coordinators, and their answers"),
        "copied_from": _("Where a copied text came from"),
    },
)
declare(Block, owners=("by", "whom"), export="blocked", leaving=DELETED, worker="SD")


@export_part("cases", _("Help and reports"), order=140)
def cases_of(member):
    for case in Case.objects.filter(member=member).order_by("opened_at", "pk"):
        for text in case.texts.select_related("author"):
            text.case = case
            yield {
                "case": case.kind,
                "opened": plain(case.opened_at),
                "from": text.author.name,
                "written": plain(text.written_at),
                "copy_of": opened(text, "copied_from"),
                "text": opened(text, "text"),
            }


@export_part("blocked", _("People you’ve blocked"), order=150)
def blocked_by(member):
    for block in Block.objects.filter(by=member).select_related("whom"):
        yield {"name": block.whom.name, "since": plain(block.made_at)}


@retention(
    _("The text of cases"),
    after=timedelta(days=730),
    when=_("two years after the case was closed"),
    order=60,
    shreds=True,
)
def old_cases(now, after):
    """Codes of cases that were closed long ago and still have a key."""
    return codes_with_keys(Case.objects.filter(closed_at__lt=now - after), CaseKey)


@ON_LEAVING.register(order=10)
def shred_closed_cases(member, *, leave_words):
    """Cases that are still open stay until a coordinator closes them."""
    return list(Case.objects.filter(member=member).exclude(closed_at=None).values_list("code", flat=True))


@AFTER_LEAVING.register()
def closed_cases_of(members):
    """Cases that were open when their member left, and are closed by now."""
    return codes_with_keys(Case.objects.filter(member__in=members).exclude(closed_at=None), CaseKey)
