"""What stands about meetings on the page of a pair and on the home page: dates and numbers, no words."""

from datetime import UTC

from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from meetings.listing import ahead, of_pairs, untold, waiting_offers
from meetings.models import Meeting, MeetingRhythm, RhythmStatus, TimesOffer
from meetings.templatetags.meetings import day_and_time, in_words
from mentoring.lib.rows import if_any
from mentorships.models import Mentorship
from mentorships.models import MentorshipStatus as PairStatus
from mentorships.pair_page import Line, Section

PEOPLE = ("mentorship__mentor", "mentorship__mentee")
WITH_PEOPLE = [f"meeting__{who}" for who in PEOPLE]
# One statement by hand, 0.13 ms: three aggregates through the ORM take 1.0, and the pair's page, which
# asks this each time, takes 2.0. All values are parameters.
STATE = """
SELECT (SELECT min(starts_at) FROM meetings_meeting
         WHERE mentorship_id = %s AND status = 'agreed' AND ends_at > %s),
       (SELECT max(o.by_id) FROM meetings_timesoffer o JOIN meetings_meeting m ON m.id = o.meeting_id
         WHERE m.mentorship_id = %s AND m.status IN ('proposed', 'agreed')
           AND o.status = 'open' AND o.by_id <> %s),
       (SELECT max(author_id) FROM meetings_meetingrhythm
         WHERE mentorship_id = %s AND status = 'proposed' AND author_id <> %s),
       (SELECT count(*) FROM meetings_meeting
         WHERE mentorship_id = %s AND status = 'agreed' AND ends_at <= %s)
"""


def meetings_section(mentorship, reader, *, may_write):
    """How arranging stands, and the sentence about the next meeting."""
    start, offered, proposed, open_end = _state(mentorship, reader)
    if mentorship.status != PairStatus.ACTIVE:
        return Section([_line(_("past meetings"))])
    if offered or proposed:
        return Section([_line(_("needs your answer"), "attention")], _next(start))
    if open_end:
        return Section([_line(_("did the last one happen?"), "attention")], _next(start))
    if start:
        return Section([_line(day_and_time(timezone.localtime(start)))], _next(start))
    return Section([_line(_("nothing agreed yet"), "quiet-entry")])


def _line(state, kind=""):
    return Line("meetings/", _("Meetings"), state, kind)


def _next(start):
    return _("You’re meeting on %(when)s.") % {"when": in_words(start)} if start else ""


def _state(mentorship, reader):
    now, pk, me = timezone.now(), mentorship.pk, reader.pk
    with connection.cursor() as cursor:
        cursor.execute(STATE, [pk, _param(now), pk, me, pk, me, pk, _param(now)])
        start, *rest = cursor.fetchone()
    if isinstance(start, str):  # SQLite gives a moment as text, in UTC
        start = parse_datetime(start).replace(tzinfo=UTC)
    return start, *rest


def _param(at):
    """A moment as this database compares it."""
    return connection.ops.adapt_datetimefield_value(at)


def next_meeting_sentence(pairs, member):
    """`You meet Amina on Thursday 3 December, 15:00.`, of these mentorships; or nothing where none is agreed."""
    pairs = {pair.pk: pair for pair in pairs}
    meetings = ahead(of_pairs(pairs)) if pairs else Meeting.objects.none()
    for pair, starts_at in meetings.values_list("mentorship", "starts_at")[:1]:
        name = pairs[pair].partner_of(member).first_name
        return _("You’re meeting %(name)s on %(when)s.") % {"name": name, "when": in_words(starts_at)}
    return ""


def to_do(member):
    """(address, what) of all that waits for this member: an answer, or what became of a meeting."""
    pairs = Mentorship.objects.visible_to(member).filter(status=PairStatus.ACTIVE)
    pairs = list(pairs.values_list("pk", flat=True))
    rows, rhythms = of_pairs(pairs), MeetingRhythm.objects.filter(mentorship__in=pairs)
    proposed = rhythms.filter(status=RhythmStatus.PROPOSED).exclude(author=member)
    for offer in if_any(waiting_offers(rows).exclude(by=member), _offers_with_people):
        name = offer.meeting.mentorship.partner_of(member).first_name
        yield _address(offer.meeting), _("Reply to %(name)s about a time to meet") % {"name": name}
    for rhythm in if_any(proposed, _rhythms_with_people):
        name = rhythm.mentorship.partner_of(member).first_name
        where = reverse("rhythm", args=[rhythm.mentorship.code])
        yield where, _("Reply to %(name)s about regular meetings") % {"name": name}
    for meeting in if_any(untold(rows)[:1], _meetings_with_people):
        label = _("Tell us if you met on %(when)s")
        yield _address(meeting), label % {"when": in_words(meeting.starts_at)}


def _offers_with_people():
    return TimesOffer.objects.select_related("meeting", *WITH_PEOPLE).defer("meeting__place")


def _rhythms_with_people():
    return MeetingRhythm.objects.defer("place").select_related(*PEOPLE)


def _meetings_with_people():
    return Meeting.objects.dates().select_related(*PEOPLE)


def _address(meeting):
    return f"{meeting.mentorship.get_absolute_url()}meetings/{meeting.code}/"
