"""When pairs were in touch: meetings held and letters given, by their dates."""

from django.db.models import Min

from feedback.models import Feedback
from meetings.models import Meeting, MeetingStatus


def moments(pairs, *, until):
    """(querysets of moments of contact, name of the moment) of these mentorships, before a moment."""
    held = Meeting.objects.filter(
        mentorship__in=pairs.values("pk"), status=MeetingStatus.HELD, ends_at__lt=until
    )
    given = Feedback.objects.given().filter(mentorship__in=pairs.values("pk"), given_at__lt=until)
    return (held, "ends_at"), (given, "given_at")


def first_contacts(pairs, *, until):
    """{mentorship: when the two were first in touch}."""
    first = {}
    for rows, at in moments(pairs, until=until):
        for pk, moment in rows.order_by().values_list("mentorship_id").annotate(Min(at)).iterator():
            first[pk] = min(moment, first.get(pk, moment))
    return first


def last_contacts(pairs, *, before, until):
    """{(mentorship, point): the last contact before that point}; `before` is {mentorship: {point: moment}}."""
    last = {}
    for rows, at in moments(pairs, until=until):
        for pk, moment in rows.order_by().values_list("mentorship_id", at).iterator():
            for point, end in before.get(pk, {}).items():
                if moment < end:
                    last[pk, point] = max(moment, last.get((pk, point), moment))
    return last
