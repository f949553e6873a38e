"""What a table says, in one sentence: its caption. Only from numbers that are published."""

from django.utils.translation import gettext as _

from figures.counting.tables import DOTS, LINE, STACKED
from figures.rounding import share

ABOUT_THE_SAME = 10  # published numbers so near to each other may stand for the same number


def finding(shown):
    """The caption of a table."""
    if shown.table.key == "supply":
        return _supply(shown)
    if shown.table.share:
        return _share(shown)
    return {LINE: _line, STACKED: _stacked, DOTS: _dots}.get(shown.table.plot, _largest)(shown)


def shortages(shown):
    """Rows of the supply where more people wait than mentors have room, the most wanted first."""
    short = [row for row in shown.rows if row.key and _waiting(row) > (row.numbers[1].value or 0)]
    return sorted(short, key=lambda row: (row.numbers[1].value or 0) - _waiting(row))


def _waiting(row):
    return row.numbers[0].value or 0


def _supply(shown):
    short = shortages(shown)
    if not short:
        return _(
            "There is no subject for which clearly more people are looking for help than mentors have room."
        )
    words = {"what": short[0].label, "waiting": short[0].numbers[0].text, "room": short[0].numbers[1].text}
    return _("Needed most: %(what)s. Waiting: %(waiting)s. Mentors with room: %(room)s.") % words


def _share(shown):
    by_key = {row.key: row for row in shown.rows}
    part, whole = (by_key.get(key) for key in shown.table.share)
    percent = share(part.numbers[0].value, whole.numbers[0].value) if part and whole else None
    if percent is None:
        return _("There are too few people to tell a share.")
    return _("%(what)s: about %(percent)d per cent.") % {"what": part.label, "percent": percent}


def _line(shown):
    first, last = shown.rows[0].numbers[0], shown.rows[-1].numbers[0]
    words = {"what": shown.series[0], "now": last.text, "before": first.text, "month": shown.rows[0].label}
    change = (last.value or 0) - (first.value or 0)
    if last.value is None:
        return _("There are too few people to tell.")
    if len(shown.rows) == 1 or first.value is None:
        return _("%(what)s: about %(now)s.") % words
    if abs(change) <= ABOUT_THE_SAME:
        return _("%(what)s: about %(now)s, much as in %(month)s.") % words
    if change > 0:
        return _("%(what)s: about %(now)s, up from about %(before)s in %(month)s.") % words
    return _("%(what)s: about %(now)s, down from about %(before)s in %(month)s.") % words


def _stacked(shown):
    sentences = []
    for row in shown.rows:
        values = [number.value for number in row.numbers]
        percent = None if None in values else share(values[0], sum(values))
        if percent is not None:
            words = {"row": row.label, "series": shown.series[0].lower(), "percent": percent}
            sentences.append(_("%(row)s: about %(percent)d per cent “%(series)s”.") % words)
    return " ".join(sentences) or _("There are too few people to tell a share.")


def _dots(shown):
    told = [row for row in shown.rows if row.numbers[0].value is not None]
    if not told:
        return _("There are too few people to tell.")
    return " ".join(
        _("%(what)s: %(number)s.") % {"what": row.label, "number": row.numbers[0].text} for row in told
    )


def _largest(shown):
    named = [row for row in shown.rows if row.key]
    largest = max(named or shown.rows, key=lambda row: row.numbers[0].value or 0)
    if not largest.numbers[0].value:
        return _("In none of these groups are there enough people to tell.")
    return _("The largest group: %(what)s, about %(number)s.") % {
        "what": largest.label,
        "number": largest.numbers[0].text,
    }
