"""Two questions once a year, stored without person or pair (product 55)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

import factories
from figures import pulse
from figures.models import PulseAsked, PulseCount
from figures.notifications import Pulse
from mail.models import OutgoingMail, occasion_hash
from mentorships.models import Mentorship
from privacy import erasure

pytestmark = pytest.mark.django_db
MAY = datetime(2027, 5, 4, 10, tzinfo=UTC)
URL = "/pulse/"


@pytest.fixture
def long_pair(pair):
    Mentorship.objects.update(began_at=MAY - timedelta(days=200))
    return pair


@pytest.fixture
def asked(mentee):
    """The questions of this year wait."""
    return PulseAsked.objects.create(member=mentee, year=datetime.now(UTC).year)


def counts():
    return {(c.question, c.answer): c.count for c in PulseCount.objects.all()}


def test_both_are_asked_once_a_year(long_pair, stranger):
    assert pulse.ask_yearly(MAY) == 2
    assert pulse.ask_yearly(MAY) == 0
    assert pulse.ask_yearly(MAY + timedelta(days=30)) == 0
    assert set(PulseAsked.objects.values_list("member", flat=True)) == {
        long_pair.mentor_id,
        long_pair.mentee_id,
    }
    assert OutgoingMail.objects.filter(kind="figures/pulse").count() == 2
    assert pulse.ask_yearly(MAY + timedelta(days=365)) == 2


@pytest.mark.parametrize("at", (MAY - timedelta(days=30), MAY + timedelta(days=60), MAY.replace(hour=2)))
def test_not_outside_may_and_june_and_not_at_night(at, long_pair):
    assert pulse.ask_yearly(at) == 0


def test_nobody_is_asked_in_the_first_months(pair):
    Mentorship.objects.update(began_at=MAY - timedelta(days=80))

    assert pulse.ask_yearly(MAY) == 0


def test_side_by_side_one_email_each(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    Mentorship.objects.update(began_at=MAY - timedelta(days=200))

    assert sum(at_once([lambda: pulse.ask_yearly(MAY)] * 2)) == 2
    assert PulseAsked.objects.filter(member__in=(pair.mentor, pair.mentee)).count() == 2
    assert OutgoingMail.objects.filter(kind="figures/pulse").count() == 2


def test_an_email_that_waits_is_not_sent_once_answered(long_pair, mentee):
    pulse.ask_yearly(MAY)
    PulseAsked.objects.filter(member=mentee).update(answered=True)
    waiting = list(OutgoingMail.objects.filter(kind="figures/pulse"))

    assert Pulse.outdated(waiting) == {mail.pk for mail in waiting if mail.to_id == mentee.pk}
    assert waiting[0].occasion in {
        occasion_hash(f"pulse-2027-{pk}") for pk in (long_pair.mentor_id, mentee.pk)
    }


def test_answers_are_counted_and_name_nobody(asked, as_, mentee):
    response = as_(mentee).post(URL, {"worth-it": "yes", "recommend": "partly"}, follow=True)

    assert "nobody can tell that they are yours" in response.content.decode()
    assert counts() == {("worth-it", "yes"): 1, ("recommend", "partly"): 1}
    fields = {f.name for f in PulseCount._meta.get_fields()}
    assert fields == {"id", "year", "question", "answer", "count"}
    assert {f.name for f in PulseAsked._meta.get_fields()} == {"id", "member", "year", "answered"}


def test_an_answer_is_taken_once(asked, as_, mentee):
    client = as_(mentee)
    client.post(URL, {"worth-it": "yes"})
    again = client.post(URL, {"worth-it": "no"}, follow=True)

    assert "nothing to answer" in again.content.decode()
    assert counts() == {("worth-it", "yes"): 1}


def test_two_clicks_at_once_count_once(at_once):
    member = factories.member()
    PulseAsked.objects.create(member=member, year=datetime.now(UTC).year)
    done = at_once([lambda: pulse.take_answers(member, {"worth-it": "yes"})] * 2)

    assert sum(isinstance(result, pulse.AnsweredAlready) for result in done) == 1
    assert counts() == {("worth-it", "yes"): 1}


@pytest.mark.parametrize("sent", ({}, {"worth-it": "splendid"}))
def test_nothing_or_nonsense_is_told_at_the_form_and_counts_nothing(sent, asked, as_, mentee):
    response = as_(mentee).post(URL, sent)

    assert response.status_code == 200 and "error-summary" in response.content.decode()
    assert counts() == {} and not PulseAsked.objects.get().answered


def test_it_waits_on_the_first_page_until_it_is_answered(asked, as_, mentee, pair):
    words = "Answer our two questions of the year"
    client = as_(mentee)
    assert words in client.get(reverse("home")).content.decode()

    client.post(URL, {"recommend": "no"})

    assert words not in client.get(reverse("home")).content.decode()


def test_without_a_question_the_page_says_so(as_, stranger):
    assert "nothing to answer right now" in as_(stranger).get(URL).content.decode()


def test_who_leaves_is_not_remembered_as_asked(asked, mentee):
    erasure.erase_member(mentee, leave_words=False)

    assert not PulseAsked.objects.exists()
