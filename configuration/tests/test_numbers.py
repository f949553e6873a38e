"""Issue 14: the programme's numbers are changed by coordinators, within limits, with history and a way back."""

import pytest

from configuration import services
from configuration.models import NumberChange
from configuration.tests.number_pages import PAGE, typed
from mentoring.lib.programme import numbers

pytestmark = pytest.mark.django_db
HISTORY = "/admin/configuration/numberchange/"


def test_a_changed_number_holds_at_once_and_stands_in_the_history(staff, coordinator):
    done = staff.post(PAGE, typed(staff, request_expiry_days="21", request_reminder_days="4, 10"))

    assert done.status_code == 302
    assert (numbers().request_expiry_days, numbers().request_reminder_days) == (21, (4, 10))
    history = staff.get(HISTORY).content.decode()
    for words in ("Expiry of a request", "14", "21", "3, 7", "4, 10", coordinator.name):
        assert words in history


def test_what_is_the_same_leaves_no_trace(staff):
    staff.post(PAGE, typed(staff))

    assert NumberChange.objects.count() == 0


def test_a_change_is_put_back_and_that_is_kept_too(staff):
    staff.post(PAGE, typed(staff, wish_days="30"))
    [change] = NumberChange.objects.all()

    asked = staff.get(f"{HISTORY}{change.pk}/put-back/").content.decode()
    staff.post(f"{HISTORY}{change.pk}/put-back/")

    assert "goes back to 14." in asked
    assert numbers().wish_days == 14
    assert [change.value for change in NumberChange.objects.all()] == [None, 30]


def test_only_the_newest_change_is_put_back(staff):
    staff.post(PAGE, typed(staff, wish_days="30"))
    first = NumberChange.objects.get()
    staff.post(PAGE, typed(staff, wish_days="40"))

    page = staff.post(f"{HISTORY}{first.pk}/put-back/", follow=True).content.decode()

    assert "has been changed again since" in page
    assert numbers().wish_days == 40


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("open_requests_at_once", "0", "1 or more"),
        ("open_requests_at_once", "21", "20 or less"),
        ("open_requests_at_once", "three", "Enter a whole number"),
        ("open_requests_at_once", "", "This field is required"),
        ("request_reminder_days", "7, 3", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3, x", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "²,³", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3, 14", "Choose more than 14"),
        ("request_expiry_days", "7", "Choose more than 7"),
        ("still_willing_end_days", "20", "Choose more than 28"),
        ("contact_rhythm", "daily", "options on this page"),
        ("closing_grace_days", "1", "7 or more"),
        ("closing_grace_days", "9" * 30, "60 or less"),
        ("seen", "x", "Enter a whole number"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field_and_nothing_is_lost(name, value, words, staff):
    page = staff.post(PAGE, typed(staff, wish_days="31", **{name: value}))

    assert page.status_code == 422
    assert words in page.content.decode().replace("&#x27;", "'")
    assert 'value="31"' in page.content.decode()
    assert NumberChange.objects.count() == 0


def test_the_history_takes_the_same_statements_for_one_and_for_fifty(staff, coordinator, statements):
    services.save_numbers({"wish_days": 20}, by=coordinator, seen=0)
    one = statements(staff, HISTORY)
    last = NumberChange.objects.get()
    for number in range(49):
        last = NumberChange.objects.create(
            name="wish_days", value=number, before=1, previous=last.pk, made_by=coordinator
        )

    assert statements(staff, HISTORY) == one
