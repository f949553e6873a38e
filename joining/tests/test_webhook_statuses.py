"""A membership that nobody knows is asked about once, for events and for files."""

from django.contrib.admin.models import LogEntry

from joining import importing
from joining.models import EventState, RosterEntry, StateMeaning
from joining.tests.exports import file_of
from joining.tests.webhook_answers import answer
from joining.webhook import applying


def test_a_status_once_said_is_known_to_events_and_files(office, asked, coordinator):
    answer(office, asked[0], "lapsed")

    assert asked[0].state == EventState.DONE
    assert RosterEntry.objects.get(external_id="7").state == "lapsed"
    assert StateMeaning.objects.get().decided_by == coordinator
    assert LogEntry.objects.get().change_message == "Said what a membership status means"


def test_a_status_said_for_a_file_answers_events_too(office, asked):
    office.post("/admin/joining/rosterimport/add/", {"file": _named("9,Zoe,zoe@library.example,Emeritus")})
    importing.work_on_imports()
    page = f"/admin/joining/rosterimport/{_latest()}/"
    office.post(f"{page}state/", {"word": "Emeritus", "current": ""})
    applying.work_on_events()

    asked[0].refresh_from_db()
    assert asked[0].state == EventState.DONE


def _named(row):
    file = file_of(row)
    file.name = "members.csv"
    return file


def _latest():
    from joining.models import RosterImport

    return RosterImport.objects.latest("pk").pk
