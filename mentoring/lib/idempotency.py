"""A double click is one wish: the same words within a minute are kept once, the same tick at its first moment."""

from datetime import timedelta

from django.utils import timezone

from mentoring.lib.vault import CannotOpen

A_MINUTE = timedelta(minutes=1)


def recent_duplicate(rows, date, **values):
    """The newest of `rows` by their `date`, if it is fresh and has just these values; or None."""
    row = rows.filter(**{f"{date}__gt": timezone.now() - A_MINUTE}).order_by(f"-{date}").first()
    try:
        same = row and all(getattr(row, name) == value for name, value in values.items())
    except CannotOpen:
        same = False
    return row if same else None


def set_done(rows, *, done):
    """Put the moment into `done_at` of rows that have none; or, if not done after all, take it out."""
    if done:
        rows.filter(done_at=None).update(done_at=timezone.now())
    else:
        rows.update(done_at=None)
