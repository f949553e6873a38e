"""What the handbook tells others: links that are gone, the check of pages that are taken in with the settings."""

from django.urls import reverse
from django.utils.translation import gettext as _

from configuration.documents.importing import take_in
from guidance.handbook.chapters import HANDBOOK
from guidance.models import Video
from mentoring.lib.registry.hooks import STAFF_SITE, STAFF_TO_DO, StaffTask
from mentoring.lib.registry.roles import coordinators_may

MAY_EDIT = "guidance.change_video"
LATE_DAYS = 30
take_in(HANDBOOK)
coordinators_may("guidance", "view_video", "add_video", "change_video")


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
