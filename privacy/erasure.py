"""Making unreadable, for good: the key goes, so the text is noise, in every copy that has no key.

Needs no key ring. What each room does when a member leaves stands in its `privacy.py`, where each statement
names only the columns that the worker's login may see.
"""

from django.apps import apps
from django.db.models import Q

from mentoring.lib.registry.personal_data import AFTER_LEAVING, DELETED, MODELS, ON_LEAVING, ON_SHREDDING
from mentoring.lib.vault.rows import WrappedKey
from privacy.models import AccountClosure


def key_models():
    """The models of data keys, one for each kind of place."""
    return [model for model in apps.get_models() if issubclass(model, WrappedKey)]


def has_keys(code):
    """Whether anything that was written in a place can still be opened."""
    return any(model.objects.filter(scope=code).exists() for model in key_models())


def shred_scope(code):
    """Shred what everybody wrote in one place, and in those that go with it.

    Returns their codes: the caller writes them to the erasure list once the transaction is committed.
    """
    codes = [code, *(other for codes in ON_SHREDDING.results(code) for other in codes)]
    for model in key_models():
        model.objects.filter(scope__in=codes).delete()
    return codes


def erase_member(member, *, leave_words):
    """Shred what a member wrote, end their sessions, and leave a nameless row in their place.

    With `leave_words` what they wrote in mentorships stays, signed "former member", until the other
    leaves too. Returns the codes of the places that were shredded whole. Needs a transaction.
    """
    _delete_owned(member)
    left = [code for codes in ON_LEAVING.results(member, leave_words=leave_words) for code in codes]
    return [code for place in left for code in shred_scope(place)]


def _delete_owned(member):
    for declaration in MODELS:
        if declaration.leaving == DELETED:
            mine = (Q(**{owner: member}) for owner in declaration.owners)
            rows = apps.get_model(declaration.label)._default_manager
            for condition in mine:
                rows.filter(condition).delete()


def shred_left_behind():
    """Places that could not go with their member, and can now. Returns their codes."""
    gone = AccountClosure.objects.exclude(done_at=None).values("member")
    left = [code for codes in AFTER_LEAVING.results(gone) for code in codes]
    return [code for place in left for code in shred_scope(place)]
