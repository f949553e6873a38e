"""Product 37: my meetings month by month, as a table that works without script, in my own zone."""

import re
from datetime import date, datetime, timedelta

import pytest

from meetings import month
from meetings.models import Meeting
from meetings.services import keeping
from profiles.models import Member
from testing.making import agreed, put_back
from testing.meeting_pages import lives_in
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
CELL = re.compile(r"<td class=\"([^\"]*)\">(.*?)</td>", re.DOTALL)


def cells(client, year, month):
    """[(class, day of the month, words)] of the table."""
    page = client.get(f"/meetings/{year}/{month}/")
    assert page.status_code == 200
    found = CELL.findall(page.content.decode())
    days = [re.search(r"</span>(\d+)<", inside).group(1) for _kind, inside in found]
    return [
        (kind.split(), int(day), re.sub(r"<[^>]+>", " ", inside))
        for (kind, inside), day in zip(found, days, strict=True)
    ]


def where(client, year, month, word="Rosalind"):
    """The days on which the word stands; with a minus those of the months around."""
    found = [cell for cell in cells(client, year, month) if word in cell[2]]
    return [-day if "outside" in kind else day for kind, day, _words in found]


@pytest.mark.parametrize(("language", "first"), [("en-gb", 0), ("en-us", 6), ("fr", 0), ("es", 0)])
@pytest.mark.parametrize(("year", "month"), [(2027, 2), (2028, 2), (2026, 12), (2000, 1), (2100, 12)])
def test_whole_weeks_of_which_each_begins_as_the_language_has_it(language, first, year, month, as_, mentee):
    Member.objects.filter(pk=mentee.pk).update(language=language)
    found = cells(as_(mentee), year, month)

    start = date(year, month, 1)
    while start.weekday() != first:
        start -= timedelta(days=1)
    days = [start + timedelta(days=n) for n in range(len(found))]
    assert len(found) % 7 == 0 and days[-1] + timedelta(days=1) >= (
        date(year, month, 28) + timedelta(days=4)
    ).replace(day=1)
    assert [day for _kind, day, _words in found] == [day.day for day in days]
    assert [("outside" in kind) for kind, *_ in found] == [day.month != month for day in days]


@pytest.mark.parametrize(
    ("zone", "february", "march"),
    [
        ("UTC", [28], [-28]),
        ("Africa/Nairobi", [-1], [1]),
        ("America/Chicago", [28], [-28]),
        ("Pacific/Kiritimati", [-1], [1]),
    ],
)
def test_at_midnight_the_day_is_that_of_one_s_own_wall(zone, february, march, clock, pair, as_, mentee):
    """28 February 2027, 23:30 in Greenwich: a Sunday. Where weeks begin with it, both months show that week."""
    mentee.language = "en-us"
    mentee.save(update_fields=["language"])
    agreed(pair, mentee, datetime(2027, 2, 28, 23, 30), zone="UTC")
    lives_in(zone, mentee)

    assert where(as_(mentee), 2027, 2) == february
    assert where(as_(mentee), 2027, 3) == march


def test_a_meeting_of_a_neighbour_month_shows_at_the_edge_and_is_not_counted(clock, pair, as_, mentee):
    agreed(pair, mentee, datetime(2027, 3, 31, 9))
    client = as_(mentee)

    assert where(client, 2027, 4) == [-31] and where(client, 2027, 3) == [31]
    assert "0 meetings;" in main_text(client.get("/meetings/2027/4/"))
    assert "1 meeting;" in main_text(client.get("/meetings/2027/3/"))


def test_on_the_day_that_has_23_hours_all_stand_where_they_are(clock, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    for hour in (0, 1, 3, 23):
        agreed(pair, mentee, datetime(2027, 3, 14, hour, 15))

    assert where(as_(mentee), 2027, 3) == [14]
    [cell] = [words for _kind, _day, words in cells(as_(mentee), 2027, 3) if "Rosalind" in words]
    assert [cell.index(at) for at in ("00:15", "01:15", "03:15", "23:15")] == sorted(
        cell.index(at) for at in ("00:15", "01:15", "03:15", "23:15")
    )


def test_today_is_marked_by_one_s_own_wall(clock, as_, mentee):
    clock.now = datetime(2027, 2, 4, 3, 0, tzinfo=clock.now.tzinfo)
    lives_in("America/Chicago", mentee)  # where it is still the third

    assert [day for kind, day, _words in cells(as_(mentee), 2027, 2) if "today" in kind] == [3]


def test_what_is_off_does_not_show_and_what_did_not_happen_does(clock, pair, as_, mentor, mentee):
    off = agreed(pair, mentee, datetime(2027, 2, 16, 9))
    missed = agreed(pair, mentee, datetime(2027, 2, 17, 9))
    keeping.cancel(off, by=mentor)
    keeping.tell(put_back(missed, days=1), by=mentor, held=False)

    assert where(as_(mentee), 2027, 2) == [2]
    assert 'class="missed"' in as_(mentee).get("/meetings/2027/2/").content.decode()


def test_a_month_has_an_end_and_says_how_many_there_are(clock, pair, as_, mentee):
    first = agreed(pair, mentee, datetime(2027, 4, 1, 9))
    Meeting.objects.bulk_create(
        Meeting(
            mentorship=pair,
            author=mentee,
            means="video",
            status="agreed",
            local_time=first.local_time,
            zone="UTC",
            starts_at=first.starts_at + timedelta(hours=8 * turn),
            ends_at=first.ends_at + timedelta(hours=8 * turn),
        )
        for turn in range(1, 75)
    )
    page = as_(mentee).get("/meetings/2027/4/").content.decode()

    assert len(re.findall(r"</time> Rosalind\s+</a>", page)) == month.SHOWN
    assert "75 meetings" in page
    assert '<a href="/meetings/">See them all on the list</a>' in page
    assert "See them all" not in as_(mentee).get("/meetings/2027/5/").content.decode()
