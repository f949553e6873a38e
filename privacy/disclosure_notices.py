"""The two are told of a disclosure: at once, or when the bar on telling them ends."""

from django.db import transaction
from django.utils import timezone

from privacy import notifications
from privacy.models import DisclosureNotice


def tell_due(today=None):
    """Mail every notice that is due. Returns how many; each goes out once."""
    today = today or timezone.now().date()
    due = DisclosureNotice.objects.filter(told_at=None, due_on__lte=today)
    return sum(_tell(pk) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _tell(pk):
    """A suspended member is told once they may sign in again; who has left cannot be told any more."""
    waiting = DisclosureNotice.objects.filter(pk=pk, told_at=None, member__is_active=True)
    mine = DisclosureNotice.objects.filter(pk__in=waiting).update(told_at=timezone.now())
    if mine:
        notifications.disclosed(DisclosureNotice.objects.select_related("member").get(pk=pk))
    return bool(mine)
