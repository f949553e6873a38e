"""A year of a programme, written straight into the tables: who joined, asked, met and ended when, by dates alone."""

import random
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from figures.months import PublishedMonth
from joining.models import MembershipState, RosterEntry
from matching.models import MentorRequest, RequestStatus
from meetings.models import Meeting, MeetingStatus
from mentorships.models import Mentorship, MentorshipStatus
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus
from profiles.vocabulary import words

REGIONS = ("North", "South", "East", "West", "Islands")
DAYS = 760  # two years and a month: mentorships of a year ago have their twelve months
NOW = datetime(2027, 1, 2, 9, tzinfo=UTC)


def build(*, members=220, pairs=110, seed=1, now=None, meetings=6):
    """Fill the tables. The month that is over at `now`."""
    now = now or timezone.now()
    chance = random.Random(seed)
    people = _members(members, chance, now)
    mentors = people[: members // 4]
    MentorProfile.objects.bulk_create(
        [
            MentorProfile(
                member=mentor,
                status=ProfileStatus.PUBLISHED,
                published_at=mentor.joined_at,
                helps_with=[chance.choice(words().offered("helps_with")).slug],
                capacity=20,
            )
            for mentor in mentors
        ],
        batch_size=2000,
    )
    made = _pairs(pairs, mentors, people[members // 4 :], chance, now)
    _meetings(made, chance, meetings, now)
    _tell(people, random.Random(seed), now)
    return PublishedMonth.before(now)


def _tell(people, chance, now):
    """Everybody was told some days before they joined; and half as many who have not."""
    joined = [
        RosterEntry(
            email=member.email,
            state=MembershipState.CURRENT,
            member=member,
            offered_at=member.joined_at - timedelta(days=chance.randrange(1, 30)),
        )
        for member in people
    ]
    others = [now - timedelta(days=chance.randrange(DAYS)) for _number in range(len(people) // 2)]
    silent = [
        RosterEntry(
            email=f"l{number}@figures.example",
            state=MembershipState.CURRENT,
            offered_at=at,
            declined_at=at if chance.random() < 0.3 else None,
        )
        for number, at in enumerate(others)
    ]
    RosterEntry.objects.bulk_create([*joined, *silent], batch_size=2000)


def _members(count, chance, now):
    libraries, stages = (words().offered(kind) for kind in ("library_type", "career_stage"))
    rows = [
        Member(
            email=f"m{number}@figures.example",
            name=f"Member {number}",
            joined_at=now - timedelta(days=chance.random() ** 0.5 * DAYS),
            last_login=now,
            region=chance.choice(REGIONS),
            library_type=chance.choice(libraries[:5]).slug,
            career_stage=chance.choice(stages).slug,
        )
        for number in range(count)
    ]
    return Member.objects.bulk_create(rows, batch_size=2000)


def _pairs(count, mentors, mentees, chance, now):
    """Mentorships, each with the request that it began with; and as many requests that came to nothing."""
    pairs, requests = [], []
    for mentee in chance.sample(mentees * (count // len(mentees) + 1), count):
        mentor, began = chance.choice(mentors), now - timedelta(days=chance.random() * DAYS)
        ended = began + timedelta(days=chance.random() * 500) if chance.random() < 0.5 else None
        ended = (
            ended if ended and ended < now else now - timedelta(days=1)
        )  # one open mentorship of two at most
        over = chance.random() < 0.5
        pairs.append(
            Mentorship(
                mentor=mentor,
                mentee=mentee,
                focus="change",
                began_at=began,
                ended_at=ended if over else None,
                status=MentorshipStatus.ENDED if over else MentorshipStatus.ACTIVE,
            )
        )
        requests.append(_request(mentee, mentor, began, RequestStatus.ACCEPTED, chance))
    for mentee in chance.sample(mentees * (count // len(mentees) + 1), count // 2):
        status = chance.choice((RequestStatus.DECLINED, RequestStatus.EXPIRED))
        at = now - timedelta(days=chance.random() * DAYS)
        requests.append(_request(mentee, chance.choice(mentors), at, status, chance))
    MentorRequest.objects.bulk_create(requests, batch_size=2000)
    return Mentorship.objects.bulk_create(_open_once(pairs), batch_size=2000)


def _open_once(pairs):
    """Without a second open mentorship of the same two."""
    seen = set()
    for pair in pairs:
        two = pair.mentor_id, pair.mentee_id
        if pair.ended_at or two not in seen:
            yield pair
        if not pair.ended_at:
            seen.add(two)


def _request(mentee, mentor, decided, status, chance):
    sent = decided - timedelta(days=14 if status == RequestStatus.EXPIRED else chance.random() * 13)
    return MentorRequest(
        mentee=mentee, mentor=mentor, focus="change", status=status, sent_at=sent, decided_at=decided
    )


def _meetings(pairs, chance, most, now):
    rows = []
    for pair in pairs:
        at = pair.began_at + timedelta(days=chance.random() * 60)
        for _number in range(chance.randint(0, most)):
            if at >= (pair.ended_at or now):
                break
            rows.append(_meeting(pair, at))
            at += timedelta(days=chance.randint(10, 60))
    Meeting.objects.bulk_create(rows, batch_size=2000)


def _meeting(pair, at):
    return Meeting(
        mentorship=pair,
        author_id=pair.mentee_id,
        status=MeetingStatus.HELD,
        means="video",
        starts_at=at,
        ends_at=at + timedelta(hours=1),
    )
