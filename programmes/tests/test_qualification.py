"""Product 50: a record of hours only the two can read, evidence to mark, and an end with the submission."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from mentoring.lib.vault import CannotOpen
from mentorships.models import Mentorship
from mentorships.services.locking import Conflict
from programmes.models import HoursEntry, MilestoneKind, Pairing, Sees, VisiblePair
from programmes.services import hours
from programmes.services.pairing import mark_done, submit
from programmes.tests.conftest import paired
from testing.pages import main_text
from testing.programmes import for_qualification, make, milestone

pytestmark = pytest.mark.django_db


@pytest.fixture
def pairing(mentor, mentee):
    return paired(for_qualification(sees=Sees.MILESTONES), mentee, mentor)


def page(pairing, path=""):
    return f"/mentorships/{pairing.mentorship.code}/programme/{path}"


def entry(pairing, **given):
    words = {"day": timezone.localdate(), "minutes": 90, "text": "Wrote the self-assessment"}
    return hours.add_hours(pairing, by=pairing.mentorship.mentee, **words | given)


def test_the_mentee_writes_hours_down_and_both_read_them(pairing, as_, mentor, mentee):
    today = timezone.localdate().isoformat()
    data = {"day": today, "minutes": "90", "text": "Wrote the self-assessment"}
    answer = as_(mentee).post(page(pairing, "hours/"), data)

    assert answer.status_code == 302
    for reader in (mentee, mentor):
        text = main_text(as_(reader).get(page(pairing)))
        assert "Wrote the self-assessment" in text and "1 h 30 min in all." in text
    assert "Add to the record" not in main_text(as_(mentor).get(page(pairing)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": "0"},
        {"minutes": "99999"},
        {"day": "2999-01-01"},
        {"day": "yesterday"},
        {"text": ""},
        {"text": "x" * 501},
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(wrong, pairing, as_, mentee):
    data = {"day": timezone.localdate().isoformat(), "minutes": "45", "text": "Read the handbook"} | wrong
    answer = as_(mentee).post(page(pairing, "hours/"), data)

    assert answer.status_code == 422 and not HoursEntry.objects.exists()
    kept = answer.content.decode()
    assert all(value in kept for name, value in data.items() if name not in wrong)


@pytest.mark.parametrize(("who", "status"), [("mentor", 403), ("stranger", 404), ("coordinator", 404)])
@pytest.mark.parametrize("path", ["hours/", "submitted/"])
def test_only_the_mentee_writes_or_submits(path, who, status, pairing, as_, request):
    answer = as_(request.getfixturevalue(who)).post(page(pairing, path), {"minutes": 1})

    assert answer.status_code == status
    assert not HoursEntry.objects.exists() and Mentorship.objects.get().status == "active"


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
@pytest.mark.parametrize("path", ["", "hours.csv"])
def test_nobody_else_reads_them(path, who, pairing, as_, request):
    entry(pairing)

    assert as_(request.getfixturevalue(who)).get(page(pairing, path)).status_code == 404


def test_the_file_is_a_table_that_no_spreadsheet_takes_for_a_formula(pairing, as_, mentor):
    entry(pairing, text="=1+1")
    lines = as_(mentor).get(page(pairing, "hours.csv")).content.decode().splitlines()

    assert lines == ["Day,Minutes,What it was for", f"{timezone.localdate()},90,'=1+1"]


def test_a_double_click_is_one_entry(pairing):
    assert entry(pairing) == entry(pairing)


def test_an_entry_is_deleted_by_the_mentee_alone(pairing, as_, mentor, mentee):
    address = page(pairing, f"hours/{entry(pairing).code}/remove/")
    assert as_(mentor).post(address).status_code == 403 and HoursEntry.objects.exists()
    for _click in range(2):
        assert as_(mentee).post(address).status_code == 302

    assert not HoursEntry.objects.exists()


def test_the_words_open_in_their_own_place_alone(pairing):
    """As P2 for all private texts: mentorships/tests/test_secrecy_moved.py moves them to every other place."""
    row = entry(pairing)
    HoursEntry.objects.filter(pk=row.pk).update(code=uuid.uuid4())

    with pytest.raises(CannotOpen):
        HoursEntry.objects.get(pk=row.pk).text  # noqa: B018


def test_submitting_ends_it_kindly(pairing, as_, mentor, mentee):
    entry(pairing)
    mark_done(pairing, milestone(pairing.programme, kind=MilestoneKind.EVIDENCE), by=mentee)
    answer = as_(mentee).post(page(pairing, "submitted/"), follow=True)

    assert "Congratulations" in main_text(answer)
    assert Mentorship.objects.get().status == "ended"
    assert Pairing.objects.get().submitted_on == timezone.localdate()
    assert VisiblePair.objects.get().ended_at
    assert OutgoingMail.objects.get(kind="programmes/submitted").to == mentor
    assert "Wrote the self-assessment" in main_text(as_(mentor).get(page(pairing)))


def test_a_second_submission_changes_nothing(pairing, as_, mentee):
    submit(pairing, by=mentee)
    with pytest.raises(Conflict):
        submit(Pairing.objects.select_related("mentorship").get(), by=mentee)

    assert OutgoingMail.objects.filter(kind="programmes/submitted").count() == 1


def test_once_it_has_ended_nothing_is_added(pairing, as_, mentor, mentee):
    kick_off = milestone(pairing.programme)
    submit(pairing, by=mentee)
    with pytest.raises(Conflict):
        entry(pairing)
    with pytest.raises(Conflict):
        mark_done(pairing, kick_off, by=mentor)


def test_only_a_programme_for_a_qualification_is_submitted_to(mentor, mentee, as_):
    other = paired(make(), mentee, mentor)

    assert as_(mentee).post(page(other, "submitted/")).status_code == 403
    assert "Record of hours" not in main_text(as_(mentee).get(page(other)))


def test_a_milestone_is_marked_by_either_and_of_this_programme_alone(pairing, as_, mentor, mentee):
    own, foreign = milestone(pairing.programme), milestone(make())
    address = page(pairing, f"{own.code}/")
    for reader in (mentor, mentee):
        assert as_(reader).post(address).status_code == 302
    assert pairing.ticks.count() == 1
    assert as_(mentee).post(page(pairing, f"{foreign.code}/")).status_code == 404
    as_(mentor).post(address, {"undo": "1"})
    assert not pairing.ticks.exists()


def test_the_pairs_page_has_one_line_for_it_and_none_without(pairing, as_, mentee, mentor):
    milestone(pairing.programme)
    text = main_text(as_(mentee).get(pairing.mentorship.get_absolute_url()))
    free = factories.pair(mentor, mentee)

    assert "0 of 1 milestones done" in text
    assert "milestones" not in main_text(as_(mentee).get(free.get_absolute_url()))


def test_late_by_weeks_is_no_reason_to_lose_hours(pairing):
    assert entry(pairing, day=timezone.localdate() - timedelta(days=400)).pk
