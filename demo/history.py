"""Half a year in the life of two people of the demonstration, told through the services, relative to today."""

from datetime import time, timedelta

from django.db.models import Q
from django.utils import timezone

from demo import programmes, quotes, records, talks, texts
from demo.ago import ago
from feedback import services as letters
from mail.models import DIGEST, OutgoingMail
from matching import services as asking
from matching import wishes
from meetings.models import ItemKind
from meetings.recurrence import rule_of
from meetings.services import items, keeping, offering, rhythms
from meetings.services import notes as meeting_notes
from mentoring.lib import walltime
from mentorships.services import agreement, goals, notes
from profiles.models import Member
from reminders.services import answers, sweep

FRESH = timedelta(days=3)  # mails of these last days go out; older ones were read long ago
ROOM = "https://rooms.demo.example/amina-and-tomas"


def write(mentee, mentor):
    """Request, talk, pair, and all they have done since. Nothing if the mentee has asked anybody before."""
    if asking.MentorRequest.objects.filter(mentee=mentee).exists():
        return
    began = timezone.now()
    pair = _asked_and_accepted(mentee, mentor)
    _agreement(pair)
    _letters(pair)
    _goals(pair)
    _notes(pair)
    _meetings(pair)
    _others(mentee)
    talks.write(mentee, mentor, ago=ago)
    programmes.write(mentee, mentor)
    records.write(mentor)
    quotes.write()
    sweep.run(began)  # what would have been due in these months is done with
    forget_old_mails(began)


def forget_old_mails(began):
    """What was written in the months before was read long ago; what is left goes out now, and none of it is late."""
    OutgoingMail.objects.filter(written_at__lt=began - FRESH).delete()
    by_itself = Q(kind__startswith="reminders/") | Q(kind__startswith="programmes/") | Q(kind=DIGEST)
    OutgoingMail.objects.filter(by_itself, written_at__gte=began).delete()
    OutgoingMail.objects.waiting().exclude(due_at=None).update(due_at=began)


def _asked_and_accepted(mentee, mentor):
    with ago(190):
        request = asking.send_request(
            mentee=mentee,
            mentor=mentor,
            focus="confidence",
            style="ongoing",
            line_manager=False,
            **texts.REQUEST,
        )
    with ago(189):
        asking.send_message(request, by=mentor, text=texts.ASKED_BACK)
    with ago(188):
        asking.send_message(request, by=mentee, text=texts.ANSWERED)
    with ago(187):
        pair = asking.accept_request(request)
        answers.choose(pair, "month", by=mentee)
    return pair


def _agreement(pair):
    for days, by, parts, seen in (
        (180, pair.mentee, texts.AGREEMENT, 0),
        (62, pair.mentor, texts.AGREEMENT_CHANGED, 1),
    ):
        with ago(days):
            agreement.propose_agreement(pair, by=by, parts=parts, seen=seen)
        with ago(days - 2):
            agreement.agree(pair, by=pair.partner_of(by), number=seen + 1)


def _letters(pair):
    mentor, mentee = pair.mentor, pair.mentee
    for days, author, letter, answer in (
        (158, mentor, texts.LETTER_FIRST, texts.ANSWER_FIRST),
        (121, mentee, texts.LETTER_SECOND, texts.ANSWER_SECOND),
        (64, mentor, texts.LETTER_THIRD, ""),
        (9, mentee, texts.LETTER_FOURTH, ""),
    ):
        with ago(days):
            given = letters.give_feedback(pair, author=author, **letter)
        if answer:
            with ago(days - 3):
                letters.answer_feedback(given, author=pair.partner_of(author), text=answer)
    with ago(1):
        letters.request_feedback(pair, asker=mentee)


def _goals(pair):
    for number, described in enumerate(texts.GOALS):
        due_on = timezone.now().date() + timedelta(days=40 + 50 * number)
        with ago(150 - 100 * number):
            about = {name: described[name] for name in ("title", "why", "readings")}
            goal = goals.add_goal(pair, by=pair.mentee, **about, due_on=due_on)
        with ago(40 - 20 * number):
            for text, done in described["steps"]:
                step = goals.add_step(goal, by=pair.mentee, text=text)
                if done:
                    goals.set_step_done(step, by=pair.mentee, done=True)
            goals.set_progress(goal, by=pair.mentee, progress=described["progress"])


def _notes(pair):
    with ago(140):
        first = notes.begin_note(pair, by=pair.mentee, title=texts.NOTE_TITLE, text=texts.NOTE_FIRST)
    with ago(90):
        changed = {"title": texts.NOTE_TITLE, "text": texts.NOTE_CHANGED}
        notes.save_version(first.note, by=pair.mentor, base=1, **changed)
        notes.keep_own_note(pair, by=pair.mentor, text=texts.OWN_NOTE_MENTOR)
        notes.keep_own_note(pair, by=pair.mentee, text=texts.OWN_NOTE_MENTEE)


def _meetings(pair):
    first = _met(pair, days=170)
    with ago(168):
        meeting_notes.begin_meeting_note(first, by=pair.mentee, title="First talk", text=texts.MEETING_NOTE)
    for days in (140, 112, 80):
        _met(pair, days=days)
    _rhythm(pair)
    with ago(2):
        coming = pair.meetings.filter(status="agreed", starts_at__gt=timezone.now()).earliest("starts_at")
        for text in texts.AGENDA:
            items.add_item(coming, by=pair.mentee, kind=ItemKind.POINT, text=text)
        items.add_item(coming, by=pair.mentor, kind=ItemKind.ACTION, text=texts.ACTION)


def _met(pair, *, days):
    """Proposed a week before, picked the day after, held on the day: a working day."""
    days += max((timezone.now() - timedelta(days=days)).weekday() - 4, 0)
    with ago(days):
        at = walltime.to_local(timezone.now().replace(hour=13), pair.mentor.time_zone)
    with ago(days + 7):
        slots = [(at, pair.mentor.time_zone, False), (at + timedelta(days=1), pair.mentor.time_zone, False)]
        meeting = offering.propose_times(
            pair, by=pair.mentor, slots=slots, means="video", minutes=45, place=ROOM
        )
    with ago(days + 6):
        offering.pick(meeting, by=pair.mentee, slot=meeting.offers.get().slots.earliest("starts_at").pk)
    with ago(days, hour=20):
        keeping.tell(meeting, by=pair.mentee, held=True)
    return meeting


def _rhythm(pair):
    """Every four weeks since two months ago; the meetings of the past were held."""
    with ago(58):
        day = timezone.now().date() + timedelta(days=3)
        rhythm = rhythms.propose_rhythm(
            pair,
            by=pair.mentee,
            rule=rule_of("4-weeks", ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]),
            starts_on=day,
            at=time(16),
            zone=pair.mentee.time_zone,
            minutes=45,
            means="video",
            place=ROOM,
        )
    with ago(57):
        rhythms.agree(rhythm, by=pair.mentor)
    for meeting in rhythm.meetings.filter(status="agreed", ends_at__lt=timezone.now()):
        meeting.mentorship = pair
        keeping.tell(meeting, by=pair.mentor, held=True)


def _others(mentee):
    """One request that lapsed, one that waits, and a wish."""
    people = {
        name: Member.objects.get(email=f"{name}@demo.example")
        for name in ("gareth-pemberton-lyle", "latoya-frierson")
    }
    with ago(40):
        lapsed = asking.send_request(
            mentee=mentee,
            mentor=people["gareth-pemberton-lyle"],
            focus="specific-skill",
            message=texts.LAPSED_REQUEST,
        )
    with ago(26):
        asking.expire_request(lapsed)
    with ago(12):
        wishes.write_wish(mentee, what=texts.WISH, focus="confidence")
    with ago(2):
        asking.send_request(
            mentee=mentee,
            mentor=people["latoya-frierson"],
            focus="specific-skill",
            message=texts.OPEN_REQUEST,
        )
