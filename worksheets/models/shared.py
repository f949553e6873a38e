"""An answer as its writer has shared it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.vault import PrivateText
from mentorships.models import Confidential, Mentorship
from worksheets.sheets.markdown import LONGEST_PROMPT, LONGEST_TITLE


class SharedAnswer(Confidential):
    """A copy for the partner, sealed like everything of the pair. Deleted when they stop sharing it.

    `answer_code` says which answer it is a copy of. No foreign key: the copy may outlive its writer's account, if they
    leave their words to the partner.
    """

    dated = "shared_at"

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="shared_answers")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer_code = models.UUIDField(_("number of the answer"), editable=False)
    slug = models.CharField(_("worksheet"), max_length=100)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    prompt = models.CharField(_("prompt"), max_length=LONGEST_PROMPT)
    text = PrivateText()
    shared_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("shared worksheet answer")
        ordering = ["-shared_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "answer_code"], name="worksheet_answer_shared_once")
        ]
