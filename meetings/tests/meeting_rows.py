"""What the database holds of a meeting."""

from meetings.models import Meeting


def status(meeting):
    return Meeting.objects.values_list("status", flat=True).get(pk=meeting.pk)
