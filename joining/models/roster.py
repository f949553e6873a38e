"""A person on the association's list. They have no account here until they take part."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LENGTHS = {
    "external_id": 64,
    "email": 254,
    "name": 100,
    "preferred_name": 60,
    "job_title": 120,
    "employer": 120,
    "city": 80,
    "region": 80,
    "language": 20,
}


class MembershipState(models.TextChoices):
    """What the association says of somebody's membership."""

    CURRENT = "current", _("current")
    LAPSED = "lapsed", _("ended")


class RosterEntry(models.Model):
    """What the association's list says of one person. `former_ids` are numbers they had before.

    `member` is their account here, once they have one. `missing_since`: the first file in which they no longer stood;
    nobody is removed for that.
    """

    external_id = models.CharField(_("membership number"), max_length=LENGTHS["external_id"], blank=True)
    former_ids = models.JSONField(_("former membership numbers"), default=list, blank=True)
    email = models.CharField(_("email address"), max_length=LENGTHS["email"], unique=True)
    name = models.CharField(_("name"), max_length=LENGTHS["name"])
    preferred_name = models.CharField(
        _("what to call them"), max_length=LENGTHS["preferred_name"], blank=True
    )
    job_title = models.CharField(_("job title"), max_length=LENGTHS["job_title"], blank=True)
    employer = models.CharField(_("employer"), max_length=LENGTHS["employer"], blank=True)
    city = models.CharField(_("town or city"), max_length=LENGTHS["city"], blank=True)
    region = models.CharField(_("region"), max_length=LENGTHS["region"], blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=LENGTHS["language"], blank=True)
    state = models.CharField(_("membership"), max_length=10, choices=MembershipState)
    paid_through = models.DateField(_("paid until"), null=True, blank=True)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="roster_entry",
        verbose_name=_("account"),
    )
    offered_at = models.DateTimeField(_("was told of the programme"), null=True, editable=False)
    declined_at = models.DateTimeField(_("said “no thanks”"), null=True, editable=False)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    # Their mentor profile was in the list when the membership ended: it comes back with it.
    paused_profile = models.BooleanField(default=False, editable=False)
    missing_since = models.DateTimeField(_("not in the file since"), null=True, editable=False)
    # When the newest event happened that told facts about them, and their membership: older ones come too late.
    facts_at = models.DateTimeField(null=True, editable=False)
    state_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("person on the association’s list")
        verbose_name_plural = _("people on the association’s list")
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"], condition=~models.Q(external_id=""), name="roster_number_once"
            ),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="roster_address_in_small_letters"
            ),
        ]

    def __str__(self):
        # The admin prints this in many places: it must tell nothing.
        return gettext("List entry %(number)s") % {"number": self.pk}
