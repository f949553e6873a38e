"""That an invitation was sent, for the limits. Nobody knows who was invited: of an address only a hash is kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.lib.signed import keyed_hash

SALT = "outreach.address"


def hash_of_address(address):
    """Names an address without telling it; nobody without MAIL_KEY can try addresses against it."""
    return keyed_hash(address, salt=SALT)


class ColleagueInvitation(models.Model):
    """One that a member has sent. Not to whom."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return f"Invitation {self.pk}"


class InvitedAddressManager(models.Manager):
    """Who may be written to."""

    def claim(self, address, *, since):
        """True for exactly one caller: nobody there has been written to since then, nor said no. Taken at once."""
        now = timezone.now()
        row, made = self.get_or_create(address_hash=hash_of_address(address), defaults={"sent_at": now})
        free = Q(sent_at=None) | Q(sent_at__lt=since)
        return made or self.filter(free, pk=row.pk, refused_at=None).update(sent_at=now) == 1

    def refuse(self, address_hash):
        """Somebody there does not want to be written to again."""
        self.get_or_create(address_hash=address_hash)
        self.filter(address_hash=address_hash, refused_at=None).update(refused_at=timezone.now())


class InvitedAddress(models.Model):
    """When an address was last written to, by anybody; and whether whoever reads it has said no."""

    address_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    objects = InvitedAddressManager()

    def __str__(self):
        return f"Address {self.pk}"
