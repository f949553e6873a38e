"""What a mentor says about mentoring, for the first page: with their consent, once a coordinator has read it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from profiles.models import MentorProfile

LONGEST = 200


class QuoteState(models.TextChoices):
    """Where a quote stands. Shown: on the home page, for as long as its mentor is on the list."""

    WAITING = "waiting", _("waiting for a coordinator")
    SHOWN = "shown", _("on the home page")
    TAKEN_DOWN = "taken-down", _("not shown, by decision of a coordinator")


class QuoteQuerySet(models.QuerySet):
    """What may be shown."""

    def shown(self):
        """Approved, of mentors who are on the list and are not leaving."""
        listed = MentorProfile.objects.listed().values("member")
        return self.filter(state=QuoteState.SHOWN, member__in=listed, member__leaving_at=None)


class Quote(models.Model):
    """One for each mentor. `shows_name`: with first name and kind of library, or without.

    Consent is part of saving it; taking it back deletes the row. Whatever is changed waits for a coordinator again:
    `changed_at` is what a decision is about.
    """

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.CharField(_("quote"), max_length=LONGEST)
    shows_name = models.BooleanField(_("shown with first name and kind of library"))
    state = models.CharField(
        _("state"), max_length=12, choices=QuoteState.choices, default=QuoteState.WAITING
    )
    changed_at = models.DateTimeField(_("written"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote of a mentor")
        verbose_name_plural = _("quotes of mentors")
        indexes = [models.Index(fields=["state"], name="quote_by_state")]

    def __str__(self):
        # The admin's history prints this: it must tell nothing.
        return gettext("Quote %(number)s") % {"number": self.pk}
