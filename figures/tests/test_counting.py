"""What each table counts, from dates and choices alone."""

import pytest

from conduct.models import Case, CaseKind, CaseText
from conduct.services import open_case
from figures.counting import TABLES
from figures.tests import world
from figures.tests.counted_month import MONTH, count, days
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus, Wish
from mentorships.models import Mentorship
from profiles.models import Member
from reminders.models import Question, Subject

pytestmark = pytest.mark.django_db


def test_members_mentors_and_mentees(mentor, mentee, pair, stranger):
    Mentorship.objects.update(began_at=MONTH.start)
    Member.objects.update(joined_at=MONTH.start - days(90))
    mentor.mentor_profile.published_at = MONTH.start
    mentor.mentor_profile.save()

    found = count("people")

    assert found["members"].members == {mentor.pk, mentee.pk, stranger.pk}
    assert found["mentors"].members == {mentor.pk}
    group = count("mentees")["mentees"]
    assert (group.members, group.mentors) == ({mentee.pk}, {mentor.pk})


def test_who_joined_after_the_month_or_never_confirmed_is_not_counted(mentor, mentee, stranger):
    Member.objects.update(joined_at=MONTH.start)
    Member.objects.filter(pk=stranger.pk).update(joined_at=MONTH.end)
    mentee.emailaddress_set.all().delete()

    assert count("people")["members"].members == {mentor.pk}


@pytest.mark.parametrize(
    ("status", "after", "rows"),
    (
        (RequestStatus.ACCEPTED, 5, {"asked", "answered"}),
        (RequestStatus.DECLINED, 13, {"asked", "answered"}),
        (RequestStatus.DECLINED, 20, {"asked"}),
        (RequestStatus.EXPIRED, 14, {"asked", "lapsed"}),
        (RequestStatus.WITHDRAWN, 2, set()),
    ),
)
def test_what_became_of_a_request(status, after, rows, mentor, mentee):
    sent = MONTH.start - days(60)
    MentorRequest.objects.create(
        mentor=mentor,
        mentee=mentee,
        focus="change",
        status=status,
        sent_at=sent,
        decided_at=sent + days(after),
    )

    found = count("requests")

    assert {row for row, group in found.items() if group.members} == rows
    answered = {mentee.pk: after} if status in (RequestStatus.ACCEPTED, RequestStatus.DECLINED) else {}
    assert count("waiting")["answer"].of == answered


def test_where_we_are_short(mentor, mentee):
    mentor.mentor_profile.helps_with = ["change"]
    mentor.mentor_profile.save()
    Wish.objects.create(member=mentee, what="knows about boats", focus="specific-skill")

    found = count("supply")

    assert found["specific-skill", "waiting"].members == {mentee.pk}
    assert found["change", "room"].members == {mentor.pk}


def test_help_and_the_days_until_an_answer(mentee, coordinator):
    case = open_case(member=mentee, kind=CaseKind.HELP, text="How does this work?")
    Case.objects.update(opened_at=MONTH.start)
    CaseText(case=case, author=coordinator, text="Like this.").save()
    CaseText.objects.filter(author=coordinator).update(written_at=MONTH.start + days(4))

    assert count("help")["help"].members == {mentee.pk}
    assert count("help-days")["answer"].of == {mentee.pk: 4}


def test_still_willing(mentor):
    Question.objects.create(to=mentor, subject=Subject.YEARLY, asked_at=MONTH.start)
    assert count("willing")["asked"].members == set()

    Question.objects.update(answered_at=MONTH.start + days(2))
    assert count("willing")["yes"].members == {mentor.pk}


def test_emails_of_four_weeks(mentee, mentor):
    Member.objects.update(joined_at=MONTH.start - days(9))
    OutgoingMail.objects.create(
        occasion="one", kind="x", to=mentee, address="a@b.example", sent_at=MONTH.end - days(3)
    )

    assert count("emails")["emails"].of == {mentee.pk: 1, mentor.pk: 0}


@pytest.mark.parametrize("size", (1, 50))
def test_as_many_statements_for_one_as_for_fifty(size, django_assert_max_num_queries):
    world.build(members=size * 4, pairs=size, now=MONTH.end)
    with django_assert_max_num_queries(32):
        for table in TABLES:
            table.count(MONTH)
