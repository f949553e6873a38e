"""Announcements on the staff site: written, changed, withdrawn, put back."""

from functools import partial

import pytest

import factories
from configuration.models import Announcement
from testing.announcements import announced, day, typed
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = "/admin/configuration/announcement/"


@pytest.fixture
def announce(coordinator):
    """`announce(field=value)`: an announcement that holds."""
    return partial(announced, coordinator)


def test_coordinators_write_preview_change_and_put_back(staff_site, as_, coordinator):
    staff = as_(coordinator)
    preview = staff.post(f"{LIST}new/", typed(preview="1")).content.decode()
    assert "Come to <em>Leeds</em>." in preview and Announcement.objects.count() == 0

    staff.post(f"{LIST}new/", typed())
    first = Announcement.objects.get()
    page = f"{LIST}edit/{first.code}/"
    staff.post(page, typed(title="Autumn meeting", seen=first.pk))
    [second, _first] = Announcement.objects.all()
    assert "Autumn meeting" in staff.get(LIST).content.decode()
    assert "Summer meeting" not in staff.get(LIST).content.decode()

    staff.post(f"{LIST}{second.pk}/put-back/")
    assert Announcement.objects.holding().get().title == "Summer meeting"
    staff.post(f"{page}withdraw/")
    assert Announcement.objects.holding().get().withdrawn
    assert Announcement.objects.count() == 4
    assert "There is nothing before this" not in staff.get(page).content.decode()


def test_what_was_first_cannot_be_put_back(staff_site, as_, coordinator, announce):
    page = as_(coordinator).post(f"{LIST}{announce().pk}/put-back/", follow=True)

    assert "There is nothing before this" in page.content.decode()


def test_past_ones_stay_on_the_list(staff_site, as_, coordinator, announce):
    announce(starts_on=day(-20), ends_on=day(-2))

    assert "past" in main_text(as_(coordinator).get(LIST))


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", "", "This field is required"),
        ("title", "x" * 101, "at most 100"),
        ("text", "<b>Come</b>", "Line 1: write without HTML"),
        ("text", "x" * 601, "at most 600"),
        ("link", "http://library.example/", "Begin the link with https://"),
        ("link", "javascript:alert(1)", "Begin the link with https://"),
        ("link", "//evil.example", "Begin the link with https://"),
        ("starts_on", "soon", "Enter a valid date"),
        ("ends_on", "", "This field is required"),
        ("ends_on", day(91), "at most 90 days after"),
        ("ends_on", day(-1), "not before the first"),
        ("audience", "cats", "options on this page"),
        ("language", "xx", "options on this page"),
        ("seen", "x", "Enter a whole number"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_lost(
    field, value, reason, staff_site, as_, coordinator
):
    page = as_(coordinator).post(f"{LIST}new/", typed(**{field: value}))

    assert page.status_code == 422
    assert reason in main_text(page)
    assert field == "text" or "Come to *Leeds*." in main_text(page)
    assert Announcement.objects.count() == 0


def test_of_two_coordinators_the_second_is_told(staff_site, as_, coordinator, announce):
    first = announce()
    page = f"{LIST}edit/{first.code}/"
    as_(coordinator).post(page, typed(title="Quicker", seen=first.pk))
    answer = as_(coordinator).post(page, typed(title="Slower", seen=first.pk))

    assert answer.status_code == 422
    assert (
        "Someone has changed this since" in main_text(answer) and 'value="Slower"' in answer.content.decode()
    )


@pytest.mark.parametrize("path", [LIST, f"{LIST}new/"])
def test_members_and_staff_without_the_right_do_not_come_in(path, staff_site, as_, mentee):
    assert as_(mentee).get(path).status_code == 302
    assert as_(factories.member(is_staff=True)).get(path).status_code == 403


def test_the_list_takes_the_same_statements_for_one_and_for_fifty(
    staff_site, as_, coordinator, announce, statements
):
    announce()
    one = statements(as_(coordinator), LIST)
    for _number in range(49):
        announce()

    assert statements(as_(coordinator), LIST) == one
