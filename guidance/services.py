"""What readers tell about the handbook."""

from django.utils import timezone

from guidance.models import Video


def report_video(pk):
    """A reader says that a link does not work: coordinators see it. Whether there is such a video."""
    videos = Video.objects.filter(pk=pk)
    videos.filter(gone_since=None).update(gone_since=timezone.now())
    return videos.exists()
