"""Changing a text, reading what holds, and putting one back."""

from django.utils.translation import gettext as _

from configuration.models import TextChange, TextKind
from configuration.services.history import ChangedMeanwhile, add_changes, refuse_unless_newest
from configuration.texts.words import groups_of


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
    """Give the text what it had before this change. ChangedMeanwhile if a later one has changed it.

    The forms of a word go back to "as installed" together: they were changed together.
    """
    refuse_unless_newest(change)
    changes = [change, *_other_forms(change)] if change.before is None else [change]
    return add_changes([_change(each.key, change.before, each.text, each, by) for each in changes])


def _other_forms(change):
    """The changes that hold of the other forms of a changed word."""
    if change.kind != TextKind.WORD:
        return []
    forms = next((group for group in groups_of(change.language) if change.name in group), ())
    others = holding_texts(kind=TextKind.WORD, language=change.language, name__in=forms)
    return [each for each in others.values() if each.text is not None and each.pk != change.pk]


def newest_number(changes):
    """What a page has seen: the number of the newest of these changes, 0 for none."""
    return max((change.pk for change in changes), default=0)


def _change(key, text, before, last, by):
    return TextChange(**vars(key), text=text, before=before, previous=last.pk if last else 0, made_by=by)
