"""Changing a text, reading what holds, and putting one back."""

from django.utils.translation import gettext as _

from configuration.models import TextChange
from configuration.services.history import ChangedMeanwhile, add_changes, refuse_unless_newest


def holding_texts(**of):
    """{TextKey: TextChange} of the changes that hold, those back to "as installed" included."""
    return {change.key: change for change in TextChange.objects.holding().filter(**of)}


def save_texts(values, *, by, seen):
    """Keep {TextKey: text, or None for as installed} where it differs from what holds.

    `seen`: number of the newest change on the page. Returns how many were changed. ChangedMeanwhile if one of
    them has been changed since.
    """
    holding = holding_texts(name__in={key.name for key in values})
    changes = []
    for key, text in values.items():
        last = holding.get(key)
        before = last.text if last else None
        if text != before:
            if last and last.pk > seen:
                raise ChangedMeanwhile(_("Someone has changed this text since you opened the page."))
            changes.append(_change(key, text, before, last, by))
    return add_changes(changes)


def put_text_back(change, *, by):
    """Give the text what it had before this change. ChangedMeanwhile if a later one has changed it."""
    refuse_unless_newest(change)
    return add_changes([_change(change.key, change.before, change.text, change, by)])


def newest_number(changes):
    """What a page has seen: the number of the newest of these changes, 0 for none."""
    return max((change.pk for change in changes), default=0)


def _change(key, text, before, last, by):
    return TextChange(**vars(key), text=text, before=before, previous=last.pk if last else 0, made_by=by)
