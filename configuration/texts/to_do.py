"""Changed texts that an upgrade has left behind, on the home page of the staff site."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from configuration.texts.in_force import unusable_texts
from mentoring.lib.registry.hooks import STAFF_SITE, StaffTask

LATE_DAYS = 30


def texts_left_behind(coordinator):
    """One line for all: the sentence as installed has changed, so it is sent as installed."""
    if not coordinator.has_perm("configuration.add_textchange"):
        return
    changes = unusable_texts()
    if changes:
        count = len(changes)
        label = ngettext(
            "A sentence you changed no longer fits its email, so we send the text as installed",
            "%(n)d sentences you changed no longer fit their emails, so we send the texts as installed",
            count,
        )
        url = reverse("admin:mail_text_left_behind", urlconf=STAFF_SITE)
        since = min(change.made_at for change in changes)
        yield StaffTask(label % {"n": count}, since, url, _("See the sentences"), LATE_DAYS)
