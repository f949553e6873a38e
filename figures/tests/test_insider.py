"""The insider has every frozen table of a year and knows everybody but one (product 55): right in at most 63 of 100."""

import pytest

from figures.counting import TABLES
from figures.tests.insider_counts import AT_MOST, NOW, REACH, average, mentees, plain_members
from matching.models import MentorRequest
from mentorships.models import Mentorship

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ALL_AT_ONCE_AT_MOST = 70  # docs/figures.md says what this means
ASKING = ("requests", "waiting")
PAIR = ("mentees", "starts", "lasting", "ends", "waiting")
EVERYTHING = (
    *REACH,
    *ASKING,
    "mentees",
    "starts",
    "lasting",
    "ends",
    "emails",
    "help",
    "help-days",
    "willing",
)


def askers():
    asked = MentorRequest.objects.exclude(mentee__in=Mentorship.objects.values("mentee"))
    return list(
        asked.filter(sent_at__gte=NOW.replace(year=2026)).order_by("pk").values_list("mentee", flat=True)
    )


def test_every_table_is_among_what_the_insider_has():
    """What members can see for themselves, and answers that are nobody's in what is stored, are left out."""
    assert set(TABLES.names()) == {*EVERYTHING, "supply", "pulse", "no-thanks"}


def test_whether_somebody_is_a_member(months):
    assert average(plain_members()[:3], months, REACH) <= AT_MOST


def test_whether_a_member_has_asked_anybody(months):
    assert average(askers()[:4], months, ASKING) <= AT_MOST


def test_whether_a_member_has_a_mentor(months):
    assert average(mentees(months)[:4], months, PAIR) <= AT_MOST


def test_everything_about_somebody_at_once(months):
    """Somebody who is in some fifteen lines or in none, and of whom the insider knows nothing: less well hidden."""
    assert average(mentees(months)[4:6], months, EVERYTHING) <= ALL_AT_ONCE_AT_MOST
