"""The outbox as coordinators see it: whether mail goes out, never to whom about what."""

from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mail.bounce_codes import code_in_words
from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.privacy import SHOWN_TO_STAFF
from mentoring.lib.admin import RestrictedModelAdmin

STATES = {
    "waiting": (_("waiting"), Q(sent_at=None, dead_at=None)),
    "sent": (_("sent"), Q(sent_at__isnull=False)),
    "given-up": (_("failed"), Q(dead_at__isnull=False)),
}


class MailStateFilter(SimpleListFilter):
    """Whether an email waits, went out or was given up."""

    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        """The three."""
        return [(value, words) for value, (words, _condition) in STATES.items()]

    def queryset(self, request, queryset):
        """Those in the chosen state."""
        return queryset.filter(STATES[self.value()][1]) if self.value() in STATES else queryset


@admin.register(OutgoingMail)
class OutgoingMailAdmin(RestrictedModelAdmin):
    """Dates and states. An address shows only where mail to it was given up; never of what kind a mail is."""

    list_display = ("__str__", "written_at", "state", "attempts", "failed_address", "meaning")
    list_filter = (MailStateFilter,)
    fields = readonly_fields = (
        "written_at",
        "due_at",
        "attempts",
        "sent_at",
        "dead_at",
        "last_error",
        "meaning",
        "failed_address",
    )
    ordering = ("-pk",)

    @admin.display(description=_("state"))
    def state(self, mail):
        """In a word."""
        if mail.sent_at:
            return _("sent")
        return _("failed") if mail.dead_at else _("waiting")

    @admin.display(description=_("what went wrong"), empty_value="")
    def meaning(self, mail):
        """The last error in words."""
        return code_in_words(mail.last_error)

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

    list_display = ("address", "meaning", "code", "at")
    fields = readonly_fields = ("address", "code", "meaning", "at")
    search_fields = ("address",)
    ordering = ("-at",)
    actions = ("try_again",)

    @admin.display(description=_("what it means"), empty_value="")
    def meaning(self, address):
        """The code in words."""
        return code_in_words(address.code)

    @admin.action(description=_("Write to these addresses again"), permissions=("view",))
    def try_again(self, request, rows):
        """The next mail goes out again; the mails that came back were given up, and their words are erased."""
        for shown in rows:
            self.log_step(request, shown, _("Written to again"))
        suppression_list.lift_suppressions(list(rows.values_list("address", flat=True)))
        messages.success(
            request,
            _(
                "From now on we email these addresses again. Emails that failed are not sent again: "
                "what they were about is on the members’ own pages."
            ),
        )

    def has_add_permission(self, request):
        """The mail server says which."""
        return False

    def has_change_permission(self, request, obj=None):
        """Tried again or not: nothing to change."""
        return False
