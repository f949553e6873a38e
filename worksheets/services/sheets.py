"""What coordinators do to the sheets: add one, withdraw one, offer it again. Changing one is `save_texts`."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from configuration.models import TextChange, TextKey, TextKind
from configuration.services.texts import holding_texts, newest_number, save_texts
from mentoring.lib.idempotency import recent_duplicate
from worksheets.sheets.catalogue import LANGUAGES, OWN, WITHDRAWN, shipped_text
from worksheets.sheets.markdown import read_sheet

MOST_ADDED = 40
LONGEST_NAME = 60


class TooMany(Exception):
    """There are as many sheets as may be."""


def add_sheet(text, *, language, by):
    """Add a sheet (its text passed `checked_sheet`); returns its name. TooMany, or ChangedMeanwhile."""
    mine = TextChange.objects.filter(kind=TextKind.WORKSHEET, language=language, made_by=by)
    if again := recent_duplicate(mine.filter(name__startswith=OWN), "made_at", text=text):
        return again.name
    if len(_offered_names()) >= MOST_ADDED:
        raise TooMany(
            _("There are already %(n)d worksheets of your own. Withdraw one first.") % {"n": MOST_ADDED}
        )
    name = _free_name(read_sheet(text, slug="", language=language).title)
    save_texts({TextKey(TextKind.WORKSHEET.value, name, language): text}, by=by, seen=0)
    return name


def withdraw_sheet(name, *, by):
    """Offer a sheet to nobody from now on, in any language. What members wrote on it stays theirs."""
    holding = _holding(name)
    written = [code for code in LANGUAGES if shipped_text(name, code) is not None]
    written += [key.language for key, change in holding.items() if change.text is not None]
    values = {TextKey(TextKind.WORKSHEET.value, name, code): WITHDRAWN for code in written}
    return save_texts(values, by=by, seen=newest_number(holding.values()))


def offer_again(name, *, by):
    """Give a sheet that was withdrawn its texts back, in all languages."""
    holding = _holding(name)
    values = {key: change.before for key, change in holding.items() if change.text == WITHDRAWN}
    return save_texts(values, by=by, seen=newest_number(holding.values()))


def added_names():
    """The names of all sheets that were ever added, in the order in which they were."""
    rows = TextChange.objects.filter(kind=TextKind.WORKSHEET, name__startswith=OWN).order_by("pk")
    return list(dict.fromkeys(rows.values_list("name", flat=True)))


def _offered_names():
    holding = holding_texts(kind=TextKind.WORKSHEET, name__startswith=OWN)
    return {key.name for key, change in holding.items() if change.text}


def _holding(name):
    return holding_texts(kind=TextKind.WORKSHEET, name=name)


def _free_name(title):
    base = OWN + (slugify(title)[:LONGEST_NAME].strip("-") or "sheet")
    taken = set(added_names())
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in candidates if name not in taken)
