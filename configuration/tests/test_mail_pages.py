"""The pages on which texts of mails are changed: who comes in, and how many statements they take."""

import pytest

import factories
from configuration.models import TextChange

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
KIND = "matching/request_received"
LIST = "/admin/configuration/textchange/emails/"
PAGE = f"{LIST}en-gb/{KIND}/"


@pytest.fixture
def staff(staff_site, as_, coordinator):
    """The staff site, signed in as the coordinator."""
    return as_(coordinator)


@pytest.mark.parametrize("path", [PAGE, LIST, "/admin/configuration/textchange/"])
def test_members_come_to_the_sign_in_and_staff_without_the_right_are_refused(path, staff_site, as_, mentee):
    answer = as_(mentee).get(path)
    helper = factories.member(is_staff=True)

    assert answer.status_code == 302 and "/admin/login/" in answer["Location"]
    assert as_(helper).get(path).status_code == 403


def test_an_unknown_mail_or_language_is_not_found(staff):
    assert staff.get(f"{LIST}en-gb/matching/nothing/").status_code == 404
    assert staff.get(f"{LIST}xx/{KIND}/").status_code == 404


def test_the_list_takes_the_same_statements_for_one_and_for_fifty(staff, coordinator, statements):
    def change(count):
        for number in range(count):
            TextChange.objects.create(
                kind="mail",
                name=KIND,
                language="es",
                source=f"{count} {number}",
                text="x",
                made_by=coordinator,
            )

    change(1)
    counts = [statements(staff, path) for path in (LIST, PAGE, "/admin/configuration/textchange/")]
    change(49)

    assert [statements(staff, path) for path in (LIST, PAGE, "/admin/configuration/textchange/")] == counts
    assert "changed: 50" in staff.get(f"{LIST}?changed=1").content.decode()
