"""What the association confirms of one member: as what, in which months. Nothing in it leads to anybody else."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import OfOneMember
from recognition.periods import Period


class CertificateRole(models.TextChoices):
    """As what a member took part."""

    MENTOR = "mentor", _("as a mentor")
    MENTEE = "mentee", _("as a mentee")
    PEER = "peer", _("as a peer")


def new_token():
    """The secret of a link that proves a certificate: 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of_token(token):
    """What is stored of a token. Without a key: links on paper outlive a change of keys; nobody guesses 256 bits."""
    return hashlib.sha256(token.encode()).hexdigest()


class CertificateQuerySet(models.QuerySet):
    """The two doors: the owner's, and that of whoever was given the link."""

    def visible_to(self, member):
        """The member's own, the newest first."""
        return self.filter(member=member).order_by("-made_at", "-pk")

    def valid(self):
        """Those that have not been withdrawn."""
        return self.filter(revoked_at=None)

    def of_token(self, token):
        """The one that this token proves, withdrawn or not; None for what was never given out."""
        return self.filter(token_hash=hash_of_token(token)).first()


class Certificate(OfOneMember):
    """Made once, by its member; then it can be withdrawn, and never changed.

    `months` as `periods.Period` reads them. `minutes` is None where the member chose to leave hours out. The token of
    the link is sealed for its owner, who copies it again; whoever brings it is known by its hash. A withdrawn one
    keeps its hash and its dates alone.
    """

    dated = "made_at"

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.CharField(_("took part"), max_length=10, choices=CertificateRole.choices)
    name = models.CharField(_("name"), max_length=100, blank=True)
    months = models.JSONField(_("months of a certificate"), default=list)
    minutes = models.PositiveIntegerField(_("minutes"), null=True)
    token = PrivateText()
    token_hash = models.CharField(_("mark of its link"), max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        indexes = [models.Index(fields=["member", "made_at"], name="certificate_of_member")]

    @property
    def periods(self):
        """Its months, as `Period`s."""
        return [Period.from_json(entry) for entry in self.months]

    def get_absolute_url(self):
        """Its page for the owner."""
        return reverse("certificate_detail", args=[self.code])
