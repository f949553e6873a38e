"""A double click is one wish: the same words again within a minute are not kept twice."""

from datetime import timedelta

from django.utils import timezone

from mentoring.lib.vault import CannotOpen

A_MINUTE = timedelta(minutes=1)


def just_said(rows, date, **words):
    """The newest of `rows` by their `date`, if it is fresh and says just these words; or None."""
    row = rows.filter(**{f"{date}__gt": timezone.now() - A_MINUTE}).order_by(f"-{date}").first()
    try:
        same = row and all(getattr(row, name) == text for name, text in words.items())
    except CannotOpen:
        same = False
    return row if same else None
