"""One entry: written, changed, deleted; what is wrong is said at its place, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from recognition.models import TimeEntry
from recognition.services import hours
from testing import records

NEW = "/recognition/hours/new/"
NOTE = "The first chapter on seed catalogues"


def typed(**other):
    today = timezone.localdate().isoformat()
    return {"day": today, "hours": "1", "minutes": "30", "time_kind": "reading", "time_note": NOTE} | other


def page(answer):
    return answer.content.decode()


def test_it_is_written_down(as_, mentee):
    answer = as_(mentee).post(NEW, typed())

    entry = TimeEntry.objects.get(member=mentee)
    assert (entry.minutes, entry.kind, entry.note, entry.day) == (90, "reading", NOTE, timezone.localdate())
    assert answer.headers["Location"] == f"/recognition/hours/?month={entry.day:%Y-%m}"


def test_minutes_alone_and_no_note_will_do(as_, mentee):
    as_(mentee).post(NEW, typed(hours="", minutes="90", time_note=""))

    assert TimeEntry.objects.get().minutes == 90


TOMORROW = (timezone.localdate() + timedelta(days=2)).isoformat()


@pytest.mark.parametrize(
    ("wrong", "words"),
    (
        ({"day": TOMORROW}, "Choose today or a day in the past."),
        ({"day": "1999-12-31"}, "Choose a day from the year 2000 on."),
        ({"day": "31/12/2025"}, "Enter a valid date"),
        ({"hours": "", "minutes": ""}, "Enter how long it took."),
        ({"hours": "0", "minutes": "0"}, "Enter how long it took."),
        ({"hours": "24", "minutes": "1"}, "Enter at most 24 hours for one day."),
        ({"hours": "-1"}, "0 or more"),
        ({"hours": "1e3"}, "Enter a whole number"),
        ({"time_kind": "sleeping"}, "options on this page"),
        ({"time_note": "x" * 301}, "at most 300 characters"),
    ),
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(as_, mentee, wrong, words):
    answer = as_(mentee).post(NEW, typed(**wrong))

    assert answer.status_code == 422
    assert words in page(answer).replace("&#x27;", "'")
    assert (wrong.get("time_note") or NOTE) in page(answer)
    assert not TimeEntry.objects.exists()


@pytest.mark.parametrize("name", ("html", "script", "template", "right-to-left", "emoji", "lines", "marks"))
def test_hostile_notes_are_shown_as_text(as_, mentee, name):
    as_(mentee).post(NEW, typed(time_note=factories.HOSTILE[name]))

    shown = page(as_(mentee).get("/recognition/hours/"))

    assert "<script>alert" not in shown and "<img src=x" not in shown
    assert TimeEntry.objects.count() == 1


def test_it_is_changed(as_, mentee):
    entry = records.entry(mentee, minutes=45, note="old")
    address = f"/recognition/hours/{entry.code}/"

    assert 'value="45"' in page(as_(mentee).get(address))
    as_(mentee).post(address, typed(hours="2", minutes=""))

    entry = TimeEntry.objects.get()
    assert (entry.minutes, entry.note) == (120, NOTE)


def test_changed_here_and_deleted_there_nothing_typed_is_lost(as_, mentee):
    """Two windows: what was typed can be saved as a new entry."""
    entry = records.entry(mentee)
    address = f"/recognition/hours/{entry.code}/"
    as_(mentee).post(f"{address}delete/")

    answer = as_(mentee).post(address, typed())

    assert answer.status_code == 409
    assert "This entry has since been deleted." in page(answer)
    assert NOTE in page(answer) and f'action="{NEW}"' in page(answer)


def test_deleted_between_looking_and_saving(mentee):
    entry = records.entry(mentee)
    hours.delete_time(TimeEntry.objects.get())

    with pytest.raises(hours.EntryGone):
        hours.change_time(entry, day=entry.day, minutes=5, kind="other", note="")
    assert not hours.delete_time(entry)


def test_deleting_asks_once(as_, mentee):
    entry = records.entry(mentee, note=NOTE)
    address = f"/recognition/hours/{entry.code}/delete/"

    assert NOTE in page(as_(mentee).get(address))
    assert TimeEntry.objects.exists()
    as_(mentee).post(address)
    assert not TimeEntry.objects.exists()


def test_a_double_click_writes_once(as_, mentee):
    for _click in range(2):
        as_(mentee).post(NEW, typed())

    assert TimeEntry.objects.count() == 1


def test_a_month_has_an_end(as_, mentee, monkeypatch):
    monkeypatch.setattr(hours, "MOST_IN_A_MONTH", 1)
    records.entry(mentee)

    answer = as_(mentee).post(NEW, typed())

    assert answer.status_code == 422
    assert "Delete an entry of that month first" in page(answer) and NOTE in page(answer)


def test_signed_out_meanwhile_the_note_is_handed_back(client):
    answer = client.post(NEW, typed())

    assert answer.status_code == 403
    assert NOTE in page(answer)
