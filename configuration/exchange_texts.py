"""Changed texts in the file that another association can start from, and in the handover."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from configuration import services
from configuration.models import TextChange, TextKind
from configuration.services.texts import newest_number
from configuration.services.transfer import checked_texts
from mentoring.lib.registry.handover import ImportPlan, SettingsMoved

LONGEST_SHOWN = 80


def read_texts(data):
    """The plan for what another programme exported: its texts come in, and no other text is taken back."""
    try:
        texts = checked_texts(data)
    except ValidationError as error:
        return ImportPlan([_("Texts: %s") % message for message in error.messages])
    seen = newest_number(TextChange.objects.all()[:1])
    holding = services.holding_texts(name__in={key.name for key in texts})
    changes = [
        _("%(what)s: %(text)s") % {"what": _what(key), "text": _short(text)}
        for key, text in texts.items()
        if key not in holding or holding[key].text != text
    ]
    return ImportPlan(changes=changes, apply=lambda by: _apply(texts, by, seen))


def changed_from_shipped():
    """(what, how many sentences differ, as shipped) of each mail, policy and language: the texts are long."""
    counts = {}
    for change in (
        TextChange.objects.holding().filter(text__isnull=False).order_by("kind", "name", "language")
    ):
        what = _what(change)
        counts[what] = counts.get(what, 0) + 1
    for what, n in counts.items():
        yield what, ngettext("%(n)d text changed", "%(n)d texts changed", n) % {"n": n}, _("as installed")


def _what(key):
    return f"{TextKind(key.kind).label} “{key.name}” ({key.language})"


def _short(text):
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _apply(texts, by, seen):
    try:
        services.save_texts(texts, by=by, seen=seen)
    except services.ChangedMeanwhile as error:
        raise SettingsMoved(str(error)) from None
