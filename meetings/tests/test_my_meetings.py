"""Product 37 and 38: all my meetings on one page, past and coming, in my own time."""

from datetime import date, datetime, time

import pytest

import factories
from meetings.models import Meeting
from meetings.services import keeping
from mentorships import services as life
from testing.making import agreed, in_days, proposed, put_back, rhythm
from testing.meeting_pages import lives_in, of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/meetings/"


@pytest.fixture
def second(mentee):
    """Another mentorship of the mentee."""
    return factories.pair(factories.mentor(name="Olu Else").member, mentee)


def listed(client, page=PAGE):
    """The codes of meetings in the order of the page."""
    text = client.get(page).content.decode()
    codes = [str(code) for code in Meeting.objects.values_list("code", flat=True)]
    return sorted((code for code in codes if code in text), key=text.index)


def test_empty_it_says_what_to_do(as_, stranger):
    page = main_text(as_(stranger).get(PAGE))

    assert "Nothing is arranged yet." in page and "Your mentorships" in page


def test_meetings_of_all_my_mentorships_stand_by_date(pair, second, as_, mentor, mentee):
    late = agreed(pair, mentee, in_days(9))
    soon = agreed(second, mentee, in_days(2))
    middle = agreed(pair, mentee, in_days(5))

    assert listed(as_(mentee)) == [str(meeting.code) for meeting in (soon, middle, late)]
    assert says(as_(mentee), PAGE, "Olu Else", "Rosalind Achterberg", "Coming 3") != []
    assert listed(as_(mentor)) == [str(meeting.code) for meeting in (middle, late)]
    assert "Olu" not in main_text(as_(mentor).get(PAGE))


def test_what_has_been_stands_below_the_newest_first(pair, as_, mentor, mentee):
    coming = agreed(pair, mentee, in_days(2))
    old = put_back(agreed(pair, mentee, in_days(3)), days=30)
    new = put_back(agreed(pair, mentee, in_days(4)), days=3)
    keeping.tell(old, by=mentor, held=True)
    keeping.tell(new, by=mentee, held=False)

    assert listed(as_(mentor)) == [str(meeting.code) for meeting in (coming, new, old)]
    page = main_text(as_(mentor).get(PAGE))
    assert page.index("Past") < page.index("you did not meet") < page.index("; you met")


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_nobody_else_finds_them(who, pair, as_, mentee, request):
    """Product 27."""
    agreed(pair, mentee)
    proposed(pair, mentee, in_days(3))

    assert listed(as_(request.getfixturevalue(who))) == []
    assert "Nothing is arranged yet." in main_text(as_(request.getfixturevalue(who)).get(PAGE))


def test_times_are_in_my_zone_with_the_other_s_beside(clock, pair, as_, mentor, mentee):
    lives_in("Asia/Kathmandu", mentee)
    lives_in("America/St_Johns", mentor)
    agreed(pair, mentee, datetime(2027, 3, 13, 7, 15))  # 01:30 UTC

    assert (
        says(
            as_(mentor),
            PAGE,
            "Friday 12 March at 22:00 St Johns; for Amina it’s Sat 13 Mar, 07:15 (Kathmandu)",
        )
        != []
    )
    assert (
        says(
            as_(mentee),
            PAGE,
            "Saturday 13 March at 07:15 Kathmandu; for Rosalind it’s Fri 12 Mar, 22:00 (St Johns)",
        )
        != []
    )


def test_next_year_says_its_year(clock, pair, as_, mentee):
    agreed(pair, mentee, datetime(2028, 1, 4, 9))

    assert says(as_(mentee), PAGE, "Tuesday 4 January 2028 at 09:00") != []


def test_what_waits_stands_on_top_for_each_in_its_words(pair, as_, mentor, mentee):
    proposed(pair, mentee, in_days(3))

    assert "Amina Otieno is waiting for your answer" in main_text(as_(mentor).get(PAGE))
    assert "Waiting for Rosalind Achterberg" in main_text(as_(mentee).get(PAGE))


def test_a_long_rhythm_goes_on_over_pages(clock, pair, as_, mentee):
    rhythm(pair, mentee, rule="FREQ=WEEKLY;BYDAY=TU", starts_on=date(2027, 2, 9), at=time(16))
    client, seen = as_(mentee), []
    for page in range(1, 7):
        seen += listed(client, f"{PAGE}?coming={page}")

    assert len(seen) == len(set(seen)) == Meeting.objects.count() > 55
    assert '"?coming=2"' in client.get(PAGE).content.decode()
    assert "?coming=" not in client.get(f"{PAGE}?coming=6").content.decode()


@pytest.mark.parametrize("query", ["?coming=x", "?coming=-1", "?coming=" + "9" * 30, "?page=0", "?page=%00"])
def test_odd_pages_are_the_nearest(query, pair, as_, mentee):
    agreed(pair, mentee)

    assert len(listed(as_(mentee), PAGE + query)) == 1


def test_after_the_end_what_has_been_is_still_read(pair, as_, mentor, mentee):
    """Product 31."""
    talk = keeping.log(pair, by=mentee)
    agreed(pair, mentee)
    life.end(pair, by=mentor)

    assert listed(as_(mentee)) == [str(talk.code)]
    assert as_(mentee).get(of(pair, talk)).status_code == 200


def test_no_place_stands_in_the_list(pair, as_, mentor, mentee):
    agreed(pair, mentee, place="https://rooms.example/amina")

    assert "rooms.example" not in as_(mentor).get(PAGE).content.decode()
