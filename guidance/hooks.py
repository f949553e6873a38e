"""What the handbook tells others: links that are gone, the check of pages that are taken in with the settings."""

import re

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from configuration.documents.catalogue import LANGUAGES, OWN, TAKEN_OUT
from configuration.texts.kinds import TEXT_CHECKS
from guidance.handbook.chapters import HANDBOOK
from guidance.models import Video
from mentoring.lib.registry.hooks import STAFF_SITE, STAFF_TO_DO, StaffTask
from mentoring.lib.registry.roles import coordinators_may

MAY_EDIT = "guidance.change_video"
LATE_DAYS = 30
OWN_NAME = re.compile(rf"{OWN}[a-z0-9_-]{{1,80}}")
coordinators_may("guidance", "view_video", "add_video", "change_video", "delete_video")


@STAFF_TO_DO.register(order=80)
def videos_gone(coordinator):
    """Videos whose link does not work, as members have said."""
    if not coordinator.has_perm(MAY_EDIT):
        return
    for video in Video.objects.gone():
        yield StaffTask(
            label=_("The link of a video in the handbook does not work, a member says"),
            since=video.gone_since,
            url=reverse("admin:guidance_video_change", args=[video.pk], urlconf=STAFF_SITE),
            action=_("Check the link"),
            late_days=LATE_DAYS,
        )


def checked_import(key, text):
    """The text of an entry in one form; ValidationError for what is no page of the handbook."""
    known = key.name in HANDBOOK.slugs or OWN_NAME.fullmatch(key.name)
    if not known or key.language not in LANGUAGES or key.source or key.form:
        raise ValidationError(_("There cannot be a page “%(name)s” in the handbook.") % {"name": key.name})
    return text if text == TAKEN_OUT else HANDBOOK.check(text)


TEXT_CHECKS.add(HANDBOOK.kind, checked_import)
