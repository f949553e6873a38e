"""How a member wants meetings to stand in their own calendar."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.signed import add_mark, read_marked

FEED = "meetings.feed"


def new_feed():
    """The number of a feed. Its address also has a mark under SECRET_KEY, so that no copy of the database opens it."""
    return secrets.token_urlsafe(32)


class CalendarManager(models.Manager):
    """What members have chosen; discreet until they choose."""

    def discreet(self, member):
        """Whether calendars and mails about meetings name nobody to this member."""
        return not self.filter(member=member, discreet=False).exists()

    def renew(self, member):
        """A feed for a member, with an address that nobody knows yet; an older one is dead at once."""
        return self.update_or_create(member=member, defaults={"feed": new_feed()})[0]

    def of_address(self, secret):
        """Whose feed has this secret part of its address, or None."""
        number = read_marked(secret, salt=FEED, secret=settings.SECRET_KEY)
        return self.select_related("member").filter(feed=number).first() if number else None


class CalendarSettings(models.Model):
    """Discreet unless they say otherwise: work calendars are read by bosses."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    discreet = models.BooleanField(
        _("hide names and places in calendars and in emails about meetings"), default=True
    )
    feed = models.CharField(max_length=64, null=True, unique=True, editable=False)  # none until wanted

    objects = CalendarManager()

    def __str__(self):
        return f"Calendar {self.pk}"

    @property
    def feed_secret(self):
        """The secret part of the feed's address: whoever has it reads the feed. Empty where there is no feed."""
        return add_mark(self.feed, salt=FEED, secret=settings.SECRET_KEY) if self.feed else ""
