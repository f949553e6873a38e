"""Issue 14: the programme's numbers are changed by coordinators, within limits, with history and a way back."""

import pytest

from configuration import services
from configuration.models import NumberChange
from mentoring.lib.programme import numbers

pytestmark = pytest.mark.django_db
PAGE = "/admin/configuration/numberchange/numbers/"
HISTORY = "/admin/configuration/numberchange/"


@pytest.fixture
def staff(staff_site, as_, coordinator):
    """The staff site, signed in as the coordinator; numbers are read from the database."""
    services.forget()
    return as_(coordinator)


def typed(client, **changed):
    """What the page holds, with some of it typed anew."""
    form = client.get(PAGE).context["form"]
    held = {
        name: field.field.prepare_value(form.initial[name])
        for name, field in zip(form.fields, form, strict=True)
    }
    return {**held, **changed}


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

    assert "gets this value again: 14." in asked
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
        ("open_requests_at_once", "0", "greater than or equal to 1"),
        ("open_requests_at_once", "21", "less than or equal to 20"),
        ("open_requests_at_once", "three", "Enter a whole number"),
        ("open_requests_at_once", "", "This field is required"),
        ("request_reminder_days", "7, 3", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3, x", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "²,³", "Enter 2 numbers from 1 to 90"),
        ("request_reminder_days", "3, 14", "Choose more than 14"),
        ("request_expiry_days", "7", "Choose more than 7"),
        ("still_willing_end_days", "20", "Choose more than 28"),
        ("contact_rhythm", "daily", "Select a valid choice"),
        ("closing_grace_days", "1", "greater than or equal to 7"),
        ("closing_grace_days", "9" * 30, "less than or equal to 60"),
        ("seen", "x", "Enter a whole number"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field_and_nothing_is_lost(name, value, words, staff):
    page = staff.post(PAGE, typed(staff, wish_days="31", **{name: value}))

    assert page.status_code == 422
    assert words in page.content.decode().replace("&#x27;", "'")
    assert 'value="31"' in page.content.decode()
    assert NumberChange.objects.count() == 0


def test_of_two_coordinators_the_second_is_told_and_loses_nothing(staff, coordinator):
    opened = typed(staff, wish_days="30")
    services.save_numbers({"wish_days": 21}, by=coordinator, seen=0)

    page = staff.post(PAGE, opened)

    assert page.status_code == 422
    shown = page.content.decode()
    assert "Someone has changed these numbers since you opened the page" in shown
    assert 'value="30"' in shown and "Posts without an offer: 21" in shown
    assert numbers().wish_days == 21


def test_another_number_may_be_changed_at_the_same_time(staff, coordinator):
    opened = typed(staff, wish_days="30")
    services.save_numbers({"half_finished_days": 9}, by=coordinator, seen=0)

    assert staff.post(PAGE, opened | {"half_finished_days": "9"}).status_code == 302
    assert (numbers().wish_days, numbers().half_finished_days) == (30, 9)


def test_two_at_the_same_moment_do_not_both_win(at_once, django_user_model):
    import factories

    grace, hopper = factories.member(), factories.member()

    done = at_once(
        [
            lambda: services.save_numbers({"wish_days": 20}, by=grace, seen=0),
            lambda: services.save_numbers({"wish_days": 25}, by=hopper, seen=0),
        ]
    )

    assert sorted(type(result).__name__ for result in done) == ["ChangedMeanwhile", "int"]
    assert NumberChange.objects.count() == 1


def test_the_member_site_follows(as_, mentee, mentor, coordinator):
    services.forget()
    services.save_numbers({"request_expiry_days": 21}, by=coordinator, seen=0)

    assert "21 days" in as_(mentee).get(f"/mentors/{mentor.code}/ask/").content.decode()


def test_a_number_that_no_longer_exists_disturbs_nobody(coordinator):
    NumberChange.objects.create(name="gone_days", value=3, made_by=coordinator)
    services.forget()

    assert numbers().wish_days == 14
    assert str(NumberChange.objects.get()) == "gone_days: 3"


@pytest.mark.parametrize("who", ["mentee", "stranger"])
@pytest.mark.parametrize("address", [PAGE, HISTORY, f"{HISTORY}1/put-back/"])
def test_members_come_to_the_sign_in(who, address, staff_site, as_, request):
    answer = as_(request.getfixturevalue(who)).get(address)

    assert answer.status_code == 302 and "/admin/login/" in answer["Location"]


def test_signed_out_too(staff_site, client):
    assert "/admin/login/" in client.get(PAGE)["Location"]


def test_staff_without_the_right_are_refused(staff_site, as_, stranger):
    import factories

    helper = factories.member(is_staff=True)

    assert as_(helper).get(PAGE).status_code == 403
    assert as_(helper).post(PAGE, {}).status_code == 403


def test_the_history_takes_the_same_statements_for_one_and_for_fifty(staff, coordinator, statements):
    services.save_numbers({"wish_days": 20}, by=coordinator, seen=0)
    one = statements(staff, HISTORY)
    last = NumberChange.objects.get()
    for number in range(49):
        last = NumberChange.objects.create(
            name="wish_days", value=number, before=1, previous=last.pk, made_by=coordinator
        )

    assert statements(staff, HISTORY) == one
