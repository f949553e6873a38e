"""A member's own record of hours: by month, with sums, for nobody else (product 67)."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from meetings.models import Meeting
from recognition.models import TimeEntry
from testing import making, records

HOURS = "/recognition/hours/"
NOTE = "Read about the Voynich manuscript"


def page(answer):
    return answer.content.decode()


def test_a_month_with_its_sum_and_the_sums_of_its_year(as_, mentee):
    first = records.past_month()
    for minutes in (90, 45):
        records.entry(mentee, day=first, minutes=minutes, note=NOTE)

    shown = page(as_(mentee).get(f"{HOURS}?month={first:%Y-%m}"))

    assert "2 h 15 min" in shown
    assert shown.count(NOTE) == 2


def test_the_newest_month_with_entries_comes_first(as_, mentee):
    records.entry(mentee, day=records.past_month(3), note=NOTE)

    assert NOTE in page(as_(mentee).get(HOURS))


@pytest.mark.parametrize("who", ("mentor", "stranger", "coordinator"))
def test_nobody_else_sees_them(as_, mentee, pair, who, request):
    """Neither the partner nor staff."""
    written = records.entry(mentee, note=NOTE)
    client = as_(request.getfixturevalue(who))

    assert NOTE not in page(client.get(HOURS))
    assert "1 h" not in page(client.get(HOURS))
    for way in ("", "delete/"):
        assert client.get(f"{HOURS}{written.code}/{way}").status_code == 404
    assert client.post(f"{HOURS}{written.code}/delete/").status_code == 404
    assert NOTE not in page(client.get(f"{HOURS}file/")) and NOTE not in page(client.get(f"{HOURS}print/"))
    assert TimeEntry.objects.get().note == NOTE


def test_the_note_is_sealed_in_the_database(mentee):
    from testing.private_texts import sql

    records.entry(mentee, note=NOTE)

    assert NOTE.encode() not in bytes(sql("SELECT note FROM recognition_timeentry")[0][0])


@pytest.mark.parametrize(
    "asked", ("2026-13", "0000-01", "1999-12", "3000-01", "2026-1", "abc", "٢٠٢٦-٠١", "2026-1٢")
)
def test_a_month_that_is_none_is_not_there(as_, mentee, asked):
    assert as_(mentee).get(HOURS, {"month": asked}).status_code == 404
    assert as_(mentee).get(f"{HOURS}print/", {"year": asked}).status_code == 404
    assert as_(mentee).get(f"{HOURS}file/", {"year": asked}).status_code == 404


def test_as_a_table_for_a_spreadsheet(as_, mentee):
    day = records.past_month()
    records.entry(mentee, day=day, minutes=75, note="=HYPERLINK(1), or so")

    answer = as_(mentee).get(f"{HOURS}file/?year={day.year}")
    lines = answer.content.decode().splitlines()

    assert answer["Content-Disposition"] == f'attachment; filename="hours-{day.year}.csv"'
    assert lines[0] == "Month,Day,Minutes,What it was,Your note on it"
    assert lines[1] == f'{day:%Y-%m},{day},75,Reading,"\'=HYPERLINK(1), or so"'


def test_on_paper_with_notes_or_without(as_, mentee):
    day = records.past_month()
    records.entry(mentee, day=day, note=NOTE)
    client = as_(mentee)

    with_notes = page(client.get(f"{HOURS}print/?year={day.year}"))
    without = page(client.get(f"{HOURS}print/?year={day.year}&notes=no"))

    assert NOTE in with_notes and NOTE not in without
    assert "In all: 1 h" in without and mentee.name in without


def test_a_month_takes_as_many_statements_for_many(as_, mentee, statements):
    client = as_(mentee)
    records.entry(mentee, note=NOTE)
    few = [statements(client, HOURS + way) for way in ("", "print/", "file/")]
    for n in range(30):
        records.entry(mentee, minutes=n + 1, note=NOTE)

    assert [statements(client, HOURS + way) for way in ("", "print/", "file/")] == few


def held_meeting(pair, by, *, days=3, minutes=60):
    """A meeting of the pair that was held so many days ago."""
    meeting = making.put_back(making.agreed(pair, by, minutes=minutes), days=days)
    Meeting.objects.filter(pk=meeting.pk).update(status="held")
    return meeting


def test_meetings_that_were_held_are_offered_to_each_of_the_two(as_, pair, mentor, mentee):
    meeting = held_meeting(pair, mentor)

    for member, other in ((mentor, mentee), (mentee, mentor)):
        shown = page(as_(member).get(HOURS))
        assert f"Meeting with {other.name}" in shown and f"meeting-{meeting.code}" in shown
    as_(mentor).post(f"{HOURS}take/", {"held": [f"meeting-{meeting.code}"]})

    taken = TimeEntry.objects.get()
    assert (taken.member, taken.minutes, taken.kind) == (mentor, 60, "meeting")
    assert taken.day == timezone.localdate() - timedelta(days=3)
    assert f"meeting-{meeting.code}" not in page(as_(mentor).get(HOURS))
    assert f"meeting-{meeting.code}" in page(as_(mentee).get(HOURS))


def test_what_was_not_held_is_not_offered(as_, pair, mentor):
    making.put_back(making.agreed(pair, mentor), days=2)

    assert "Not in your record yet" not in page(as_(mentor).get(HOURS))


def test_nobody_takes_a_meeting_of_others(as_, pair, mentor, stranger):
    meeting = held_meeting(pair, mentor)

    as_(stranger).post(f"{HOURS}take/", {"held": [f"meeting-{meeting.code}", "\x00", "x" * 5000]})

    assert not TimeEntry.objects.exists()


def test_two_windows_take_a_meeting_once(at_once):
    from recognition.services import hours

    mentor = factories.mentor().member
    meeting = held_meeting(factories.pair(mentor, factories.member()), mentor)

    taken = at_once([lambda: hours.take_times(mentor, {f"meeting-{meeting.code}"})] * 4)

    assert sorted(taken) == [0, 0, 0, 1]
    assert TimeEntry.objects.count() == 1


def test_hours_for_a_qualification_and_talks_are_offered(as_, mentor, mentee, pair):
    from testing import programmes, talks

    programmes.with_hours(pair, "marker")
    talk = talks.over(talks.booked(mentor, mentee))
    type(talk).objects.filter(pk=talk.pk).update(status="held")

    shown = page(as_(mentee).get(HOURS))

    assert "Hours for your qualification, in" in shown
    assert f"Open-hours talk with {mentor.name}" in shown
    assert "marker" not in shown
