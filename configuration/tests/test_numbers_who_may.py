"""The programme's numbers: who may change them, and what else follows them."""

import pytest

from configuration import services
from configuration.models import NumberChange
from configuration.tests.number_pages import PAGE
from mentoring.lib.programme import numbers

pytestmark = pytest.mark.django_db
HISTORY = "/admin/configuration/numberchange/"


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
