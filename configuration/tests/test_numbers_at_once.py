"""The programme's numbers, changed by two coordinators at the same time."""

import pytest

from configuration import services
from configuration.models import NumberChange
from configuration.tests.number_pages import PAGE, typed
from mentoring.lib.programme import numbers

pytestmark = pytest.mark.django_db


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
