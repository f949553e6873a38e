"""Which pairs have been quiet, from dates alone: meetings held, talks noted, feedback given."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery

from feedback.models import Feedback
from meetings.models import Meeting, MeetingStatus, OfferStatus, TimesOffer
from mentorships.models import Mentorship, MentorshipStatus, StatusChange
from reminders.models import ContactRhythm, ReminderStop
from reminders.models.contact import usual_rhythm

AN_OFFER_COUNTS = timedelta(days=14)  # times on offer are a plan for so long


def with_facts(pairs, now):
    """Each with `met`, `given`, `resumed` (moments or None), `planned` and `rested` (whether it ever did)."""
    here = OuterRef("pk")
    held = Meeting.objects.filter(mentorship=here, status=MeetingStatus.HELD).order_by("-ends_at")
    given = Feedback.objects.given().filter(mentorship=here).order_by("-given_at")
    resumed = StatusChange.objects.filter(mentorship=here, now=MentorshipStatus.ACTIVE).order_by("-at")
    agreed = Meeting.objects.filter(mentorship=here, status=MeetingStatus.AGREED, ends_at__gt=now)
    offered = TimesOffer.objects.filter(
        meeting__mentorship=here, status=OfferStatus.OPEN, made_at__gt=now - AN_OFFER_COUNTS
    )
    return pairs.annotate(
        met=Subquery(held.values("ends_at")[:1]),
        given=Subquery(given.values("given_at")[:1]),
        resumed=Subquery(resumed.values("at")[:1]),
        rested=Exists(StatusChange.objects.filter(mentorship=here, was=MentorshipStatus.PAUSED)),
        planned=Q(Exists(agreed)) | Q(Exists(offered)),
    )


def active(now):
    """All pairs that may be reminded, with the two, the rhythm and the facts."""
    return with_facts(to_be_reminded().with_people().select_related("contact"), now)


def to_be_reminded():
    """Pairs that go on, of two who can both sign in, and without a report that stops reminders meanwhile."""
    return of_two_who_can_sign_in(MentorshipStatus.ACTIVE)


def of_two_who_can_sign_in(status):
    """The pairs with this status, but for those of a report that stops reminders meanwhile."""
    stopped = ReminderStop.objects.filter(mentorship=OuterRef("pk"), case__closed_at=None)
    pairs = Mentorship.objects.filter(status=status)
    return pairs.filter(~Exists(stopped), mentor__is_active=True, mentee__is_active=True)


def last_contact(pair):
    """The last of meeting, talk and feedback (aware), or None."""
    return max(filter(None, (pair.met, pair.given)), default=None)


def since(pair):
    """From when on the quiet is counted: a contact, or being taken up again after a rest."""
    return max(filter(None, (last_contact(pair), pair.resumed, pair.began_at)))


def rhythm_of(pair):
    """The rhythm this pair has chosen, or the programme's usual one."""
    chosen = getattr(pair, "contact", None)
    return ContactRhythm(chosen.rhythm) if chosen else usual_rhythm()


def allowed(pair):
    """How long this pair may be quiet."""
    return timedelta(days=rhythm_of(pair).days)


def wants_quiet(pair, today):
    """Whether one of the two has said "not this month"."""
    chosen = getattr(pair, "contact", None)
    return bool(chosen and chosen.quiet_until and today < chosen.quiet_until)


def is_away(pair, now):
    """Whether one of the two is away this month, each by their own calendar."""
    return any(member.away_at(now) for member in (pair.mentor, pair.mentee))
