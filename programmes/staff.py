"""What the staff site does with a programme: with the rights of its login, which knows nobody's enrolment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes import levels
from programmes.models import (
    Counted,
    Programme,
    ProgrammeCount,
    Sees,
    SeesChange,
    VisibleEnrolment,
    VisiblePair,
)


def state_of(programme):
    """Where it stands today, in a word or two."""
    today = timezone.localdate()
    if not programme.published_at:
        return _("draft")
    if programme.is_over(today):
        return _("over")
    if programme.takes_sign_ups(today):
        return _("open for sign-up")
    return _("running") if programme.is_running(today) else _("announced")


def publish(programme):
    """Let members see it. False if somebody has done so."""
    draft = Programme.objects.filter(pk=programme.pk, published_at=None)
    return draft.update(published_at=timezone.now()) == 1


@transaction.atomic
def change_level(programme, *, was):
    """After `sees` was saved, in the same transaction: less holds for all at once, more for those to come. In words."""
    SeesChange.objects.create(programme=programme, sees=programme.sees, at=timezone.now())
    if programme.sees < was:
        levels.narrow(programme.pk, programme.sees)
        return _("Coordinators see less from now on, of everyone. What they saw beyond that is deleted.")
    return _(
        "Coordinators see more only of people who join from now on. For those who have joined, nothing changes."
    )


def numbers_of(programme):
    """[(what, number in words, when it was counted)], as the worker has rounded them."""
    rows = {row.what: row for row in ProgrammeCount.objects.filter(programme=programme)}
    return [(one.label, _number(rows[one]), rows[one].counted_on) for one in Counted if one in rows]


def _number(row):
    return str(row.number) if row.number else _("0 to 5")


def people_of(programme):
    """Who takes part or waits, as far as they agreed that coordinators see it."""
    rows = VisibleEnrolment.objects.filter(programme=programme).select_related("member")
    return rows.order_by("part", "waits", "member__name", "pk")


def pairs_of(programme):
    """Who is paired, with what they have done, as far as both agreed to that."""
    rows = VisiblePair.objects.filter(programme=programme).select_related("mentor", "mentee")
    return rows.prefetch_related("ticks__milestone").order_by("began_at", "pk")


def shows_numbers_only(programme):
    """Whether coordinators see nobody of it."""
    return programme.sees == Sees.NUMBERS and not people_of(programme).exists()
