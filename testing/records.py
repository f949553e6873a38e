"""Certificates and hours for tests, made through the services like anybody's."""

from datetime import datetime, timedelta

from django.utils import timezone

from mentorships.models import Mentorship, StatusChange
from recognition import records
from recognition.models.certificate import hash_of_token
from recognition.services import certificates, hours


def certificate(member, *, with_hours=False, keys=None):
    """A certificate of everything that the member took part in, or of these keys."""
    parts = [part for part in records.taken_parts(member) if keys is None or part.key in keys]
    return certificates.make_certificate(member, parts, with_hours=with_hours)


def entry(member, *, day=None, minutes=60, kind="reading", note="", source=""):
    """A line of the record of hours; of today, unless told otherwise."""
    day = day or timezone.localdate()
    return hours.add_time(member, day=day, minutes=minutes, kind=kind, note=note, source=source)


def begun_on(pair, day):
    """As if the mentorship had begun on that day."""
    at = noon(day)
    Mentorship.objects.filter(pk=pair.pk).update(began_at=at)
    StatusChange.objects.filter(mentorship=pair, was="").update(at=at)
    pair.refresh_from_db()
    return pair


def stepped_on(pair, day, status):
    """As if the mentorship had come to this status on that day."""
    StatusChange.objects.create(mentorship=pair, was=pair.status, now=status, at=noon(day))
    Mentorship.objects.filter(pk=pair.pk).update(
        status=status, ended_at=noon(day) if status == "ended" else None
    )
    pair.refresh_from_db()


def noon(day):
    """The middle of a day, aware."""
    at = datetime(day.year, day.month, day.day, 12)
    return timezone.make_aware(at)


def write_all(mentor, mentee, marker):
    """A certificate of the mentor's, the marker in its link; and an entry of the mentee's with a note."""
    made = certificate(mentor)
    made.token = f"{marker}-{made.token}"
    made.token_hash = hash_of_token(made.token)
    made.save()
    entry(mentee, note=f"{marker} hours")


def past_month(months=1):
    """The first day of the month so many months ago."""
    first = timezone.localdate().replace(day=1)
    for _month in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return first
