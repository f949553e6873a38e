"""What the pages of one meeting share: whose it is, and what stands on it."""

from datetime import timedelta
from functools import wraps

from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from meetings import listing, rules, worktime
from meetings.calendar.event import place_of
from meetings.models import AHEAD, Attendee, Meeting, MeetingStatus, OccurrenceResponse, PartStat, Slot
from meetings.services import offering
from mentorships.views.pair import pair_context, pair_page


def meeting_page(*methods):
    """A page of one meeting, for the two of its pair: the view is given the meeting, which knows its pair."""

    def decorate(view):
        @pair_page(*methods)
        @wraps(view)
        def page(request, mentorship, meeting, **kwargs):
            return view(request, _meeting_or_404(mentorship, meeting), **kwargs)

        return page

    return decorate


def _meeting_or_404(mentorship, code):
    meeting = get_object_or_404(_with_all(mentorship), code=code)
    meeting.mentorship = mentorship
    if meeting.rhythm:
        meeting.rhythm.mentorship = mentorship
    return meeting


def _with_all(mentorship):
    """The meetings of a pair, each with what its page wants to know: one statement for all of it."""
    held = Meeting.objects.filter(mentorship=OuterRef("mentorship"), status=MeetingStatus.HELD)
    rows = mentorship.meetings.select_related("rhythm", "note")
    return rows.annotate(
        has_met=Exists(held),
        mentor_said=_answer_of(mentorship.mentor_id),
        mentee_said=_answer_of(mentorship.mentee_id),
    )


def _answer_of(member):
    """What somebody answered from their calendar: to this one, or to the whole rhythm."""
    here = Q(meeting=OuterRef("pk")) | Q(rhythm=OuterRef("rhythm"), rhythm__isnull=False)
    one = OccurrenceResponse.objects.filter(meeting=OuterRef("pk"), seat__member=member).values("answer")
    whole = Attendee.objects.filter(here, member=member).values("answer")
    return Coalesce(Subquery(one[:1]), Subquery(whole[:1]), Value(str(PartStat.NONE)))


def meeting_context(request, meeting):
    """What the page of a meeting shows around its agenda."""
    mentorship = meeting.mentorship
    context = pair_context(request, mentorship)
    may_arrange = rules.may_arrange(request.user, mentorship)
    by, slots = _offer_of(meeting) if may_arrange and meeting.status in AHEAD else (None, [])
    clash, shown = _clashes(request.user, meeting, slots)
    return context | {
        "meeting": meeting,
        "place": place_of(meeting),
        "offer": bool(by),
        "mine": by == request.user.pk,
        "slots": shown,
        "may_arrange": may_arrange,
        "declined": PartStat.DECLINED.label,
        "at_work": meeting.starts_at and worktime.at_work(request.user, meeting.starts_at),
        "begun": meeting.status == MeetingStatus.AGREED and meeting.has_begun and context["may_write"],
        "off": rules.is_off(request.user, meeting),
        "clash": clash,
        "answers": answers_of(meeting, mentorship) if meeting.status == MeetingStatus.AGREED else [],
    }


def _offer_of(meeting):
    """(whose offer waits, its slots); (None, []) if none does. One statement, also for one without slots."""
    rows = offering.open_of(meeting).order_by("slots__starts_at")
    rows = list(rows.values_list("by_id", "slots__pk", "slots__starts_at"))
    slots = [Slot(pk=pk, starts_at=at) for _by, pk, at in rows if pk]
    return (rows[0][0] if rows else None), slots


def _clashes(member, meeting, slots):
    """(a meeting of one's own that this one runs into or None, each slot as below).

    A slot is (slot, what it would run into, whether it is working time, whether it is past).
    """
    length = timedelta(minutes=meeting.minutes)
    starts = [slot.starts_at for slot in slots]
    if meeting.status == MeetingStatus.AGREED and not meeting.over:
        starts.append(meeting.starts_at)
    clashes = listing.clashes(member, [(at, at + length) for at in starts], but=meeting)
    clash = clashes.pop() if len(clashes) > len(slots) else None
    shown = [
        (slot, into, worktime.at_work(member, slot.starts_at), slot.is_past)
        for slot, into in zip(slots, clashes, strict=True)
    ]
    return clash, shown


def answers_of(meeting, mentorship):
    """(person, answer in words) of those who answered from their calendar."""
    answers = ((mentorship.mentor, meeting.mentor_said), (mentorship.mentee, meeting.mentee_said))
    return [(who, PartStat(answer).label) for who, answer in answers if answer != PartStat.NONE]
