"""A sheet that a member has begun, and what they wrote: for themselves alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import Mentorship, OfOneMember
from worksheets.sheets.markdown import LONGEST_PROMPT, LONGEST_TITLE


def sheet_url(slug, mentorship, name="worksheet"):
    """The address of one of the pages of a sheet, within a mentorship or (None) for oneself."""
    if mentorship:
        return reverse(f"pair_{name}", args=[mentorship.code, slug])
    return reverse(name, args=[slug])


class FilledSheetQuerySet(models.QuerySet):
    """The one door to them: their writer's."""

    def of(self, member, slug, mentorship):
        """The one for a sheet, within a mentorship or (None) for oneself."""
        return self.filter(member=member, slug=slug, mentorship=mentorship)


class FilledSheet(models.Model):
    """One sheet of one member. It holds dates and which sheet it is; a sheet that is no longer there stays named."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    slug = models.CharField(_("worksheet"), max_length=100)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    mentorship = models.ForeignKey(Mentorship, models.CASCADE, null=True, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = FilledSheetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "slug"], condition=Q(mentorship=None), name="worksheet_once"
            ),
            models.UniqueConstraint(fields=["member", "slug", "mentorship"], name="worksheet_once_in_pair"),
        ]

    def __str__(self):
        return f"Worksheet {self.pk}"

    def get_absolute_url(self):
        """Where it is written on."""
        return sheet_url(self.slug, self.mentorship)


class Answer(OfOneMember):
    """What its writer says to one prompt. `prompt` is its text as it was then: prompts are no secret."""

    dated = "changed_at"

    sheet = models.ForeignKey(FilledSheet, models.CASCADE, related_name="answers")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    prompt = models.CharField(_("prompt"), max_length=LONGEST_PROMPT)
    text = PrivateText()
    # The page that saved it last: of two tabs, which one.
    written_from = models.UUIDField(_("number of the page that saved it"), null=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("worksheet answer")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "prompt"], name="worksheet_answer_once")]

    @property
    def author(self):
        """The member alone."""
        return self.member
