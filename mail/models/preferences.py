"""What a member has chosen: which mails, and how many a day."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Unsubscribe(models.Model):
    """A member wants no mails of a topic. Security and account mails have no topic, and so no stop."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    topic = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "topic"], name="one_stop_for_a_topic")]

    def __str__(self):
        return f"Stop {self.pk}"


class TopicSubscription(models.Model):
    """A member has asked for mails of a topic that come on request only."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    topic = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "topic"], name="one_want_for_a_topic")]

    def __str__(self):
        return f"Want {self.pk}"


class Frequency(models.TextChoices):
    """How many mails a day. Nothing written: `PROMPT`."""

    PROMPT = (
        "prompt",
        _("As soon as someone writes or does something; the programme’s own emails come at most once a day"),
    )
    DAILY = "daily", _("At most one email a day, with everything in it")
    EACH = "each", _("Each email separately, as it comes")


class MailFrequency(models.Model):
    """The frequency that a member has chosen."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.PROMPT)

    def __str__(self):
        return f"Frequency {self.pk}"


class DigestSent(models.Model):
    """A member's one mail of a day has gone out: the day is that of their own calendar."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "on"], name="one_mail_a_day")]

    def __str__(self):
        return f"Day {self.pk}"
