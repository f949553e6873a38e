"""What was published, for good; and the yearly question. No row here leads from a number or an answer to a person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """The figures of one month, counted once and never again."""

    month = models.DateField(_("month"), unique=True, editable=False)  # its first day
    counted_on = models.DateField(_("counted on"), editable=False)
    with_breakdowns = models.BooleanField(editable=False)
    key = models.CharField(max_length=64, editable=False)  # names the secret key without telling it

    class Meta:
        verbose_name = _("figures")
        verbose_name_plural = _("figures")
        ordering = ["-month"]

    def __str__(self):
        return f"{self.month:%Y-%m}"


class PublishedNumber(models.Model):
    """One number of one table, as everybody sees it. `value` is null where there were too few to tell."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="numbers")
    table = models.CharField(max_length=30)
    row = models.CharField(max_length=80)
    series = models.CharField(max_length=30, blank=True)
    value = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "table", "row", "series"], name="number_once")
        ]

    def __str__(self):
        return f"Number {self.pk}"


class PulseAsked(models.Model):
    """That a member was asked in a year, and whether they have answered. Neither what nor when."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    answered = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "year"], name="pulse_once_a_year")]

    def __str__(self):
        return f"Pulse {self.pk}"


class PulseQuestion(models.TextChoices):
    """The two questions."""

    WORTH_IT = "worth-it", _("Has it been worth your time?")
    RECOMMEND = "recommend", _("Would you tell a colleague about the programme?")


class PulseAnswer(models.TextChoices):
    """The three answers to each."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class PulseCount(models.Model):
    """How often one answer was given in a year: a counter. An answer has no row, and so no order and no time."""

    year = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=20, choices=PulseQuestion.choices)
    answer = models.CharField(max_length=10, choices=PulseAnswer.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "question", "answer"], name="pulse_counter_once")
        ]

    def __str__(self):
        return f"Counter {self.pk}"
