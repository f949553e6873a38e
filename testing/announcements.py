"""What an announcement is made of, for tests of the first page and of the staff site."""

from datetime import timedelta

from django.utils import timezone

from configuration.models import Announcement


def day(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def typed(**changed):
    form = {
        "title": "Summer meeting",
        "text": "Come to *Leeds*.",
        "link": "https://library.example/summer",
        "starts_on": day(0),
        "ends_on": day(10),
        "audience": "everyone",
        "language": "",
        "seen": 0,
    }
    return {**form, **changed}


def announced(by, **fields):
    """An announcement that holds."""
    values = {key: value for key, value in typed().items() if key != "seen"}
    return Announcement.objects.create(**{**values, **fields}, made_by=by)
