"""Product 41: a talk that was logged is taken back, as long as nothing hangs on it."""

import pytest

from meetings.models import Item, ItemKind
from meetings.services import items, keeping, notes
from testing.making import agreed, put_back
from testing.meeting_pages import of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_it_is_taken_back_by_either(log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})
    talk = pair.meetings.get()
    assert says(as_(mentor), of(pair, talk), "Undo") == ["Undo"]
    page = main_text(as_(mentor).post(of(pair, talk, "unlog"), follow=True))

    assert "Undone" in page and not pair.meetings.exists()
    assert as_(mentor).post(of(pair, talk, "unlog")).status_code == 404


@pytest.mark.parametrize("what", ["note", "item"])
def test_once_something_hangs_on_it_it_stays(what, log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})
    talk = pair.meetings.get()
    if what == "note":
        notes.begin_meeting_note(talk, by=mentor, title="", text="Said.")
    else:
        items.add_item(talk, by=mentor, kind=ItemKind.ACTION, text="Do")

    assert "This cannot be undone" in main_text(as_(mentee).post(of(pair, talk, "unlog"), follow=True))
    assert pair.meetings.count() == 1 and Item.objects.count() == (what == "item")


def test_what_was_agreed_is_not_taken_back_as_a_talk(pair, as_, mentor, mentee):
    meeting = put_back(agreed(pair, mentee), hours=3)
    keeping.tell(meeting, by=mentor, held=True)
    as_(mentee).post(of(pair, meeting, "unlog"))

    assert pair.meetings.get().status == "held"
