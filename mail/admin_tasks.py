"""What the mail room says on the home page of the staff site, and on a member's page there."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import Min
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mail.models import OutgoingMail, Undeliverable
from mail.outgoing.outbox_status import LATELY
from mentoring.lib.registry.hooks import STAFF_SITE, StaffTask

SHOWN_FOR = timedelta(days=30)  # then they stay on their list: whoever could be reached otherwise has been
LATE_DAYS = 7


def addresses_that_bounce(coordinator):
    """One's own address, those of other coordinators, all others: one line each."""
    if not coordinator.has_perm("mail.view_undeliverable"):
        return
    rows = Undeliverable.objects.filter(at__gt=timezone.now() - SHOWN_FOR)
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).annotate(small=Lower("email"))
    own = rows.filter(address=coordinator.email.lower())
    of_staff = rows.filter(address__in=staff.exclude(pk=coordinator.pk).values("small"))
    others = rows.exclude(address__in=staff.values("small"))
    yield from _line(own, lambda _n: _("Emails to your own address are bouncing: you get none from us"))
    yield from _line(of_staff, lambda _n: _("Emails to another coordinator are bouncing"))
    yield from _line(
        others,
        lambda n: (
            ngettext("Emails to %(n)d address are bouncing", "Emails to %(n)d addresses are bouncing", n)
            % {"n": n}
        ),
    )


def _line(rows, label):
    dates = list(rows.order_by("at").values_list("at", flat=True))
    if dates:
        url = reverse("admin:mail_undeliverable_changelist", urlconf=STAFF_SITE)
        yield StaffTask(label(len(dates)), dates[0], url, _("See the addresses"), LATE_DAYS)


def mails_given_up(coordinator):
    """Mails of the last days that did not go out, though their address has not been found at fault."""
    if not coordinator.has_perm("mail.view_outgoingmail"):
        return
    dead = OutgoingMail.objects.filter(dead_at__gt=timezone.now() - LATELY)
    dead = dead.annotate(small=Lower("failed_address"))
    dead = dead.exclude(small__in=Undeliverable.objects.values("address"))
    count, first = dead.count(), dead.aggregate(first=Min("dead_at"))["first"]
    if count:
        label = ngettext("%(n)d email could not be sent", "%(n)d emails could not be sent", count) % {
            "n": count
        }
        url = reverse("admin:mail_outgoingmail_changelist", urlconf=STAFF_SITE) + "?state=given-up"
        yield StaffTask(label, first, url, _("See what happened"), LATE_DAYS)


def address_of_member(coordinator, member):
    """That mail to this member comes back."""
    for found in Undeliverable.objects.filter(address=member.email.lower()):
        yield (
            reverse("admin:mail_undeliverable_changelist") + f"?q={found.address}",
            _("Emails to this member are bouncing"),
        )
