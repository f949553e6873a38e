"""The outbox as coordinators see it: whether mail goes out, never to whom about what."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.privacy import SHOWN_TO_STAFF
from mentoring.lib.admin import RestrictedModelAdmin


@admin.register(OutgoingMail)
class OutgoingMailAdmin(RestrictedModelAdmin):
    """Dates and states. An address shows only where mail to it was given up."""

    list_display = ("__str__", "written_at", "state", "attempts", "last_error", "failed_address")
    fields = readonly_fields = (
        "written_at",
        "due_at",
        "attempts",
        "sent_at",
        "dead_at",
        "last_error",
        "failed_address",
    )
    ordering = ("-pk",)

    @admin.display(description=_("state"))
    def state(self, mail):
        """In a word."""
        if mail.sent_at:
            return _("sent")
        return _("failed") if mail.dead_at else _("waiting")

    def get_queryset(self, request):
        """What the login may see: neither words nor whom, but for an address that somebody has to mend."""
        return super().get_queryset(request).only(*SHOWN_TO_STAFF)

    def has_add_permission(self, request):
        """Mails are written by the programme."""
        return False

    def has_change_permission(self, request, obj=None):
        """Mails are not changed."""
        return False


@admin.register(Undeliverable)
class UndeliverableAdmin(RestrictedModelAdmin):
    """Addresses that are not written to, until somebody says that they work again."""

    list_display = fields = readonly_fields = ("address", "code", "at")
    search_fields = ("address",)
    ordering = ("-at",)
    actions = ("try_again",)

    @admin.action(description=_("Try this address again"), permissions=("view",))
    def try_again(self, request, rows):
        """The next mail goes out again; the mails that came back were given up."""
        suppression_list.lift_suppressions(rows.values_list("address", flat=True))
        messages.success(request, _("We’ll try these addresses again from the next email on."))

    def has_add_permission(self, request):
        """The mail server says which."""
        return False

    def has_change_permission(self, request, obj=None):
        """Tried again or not: nothing to change."""
        return False
