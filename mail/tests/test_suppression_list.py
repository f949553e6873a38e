"""An address that a server refused for good is not written to, until somebody says that it works."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.urls import reverse
from django.utils import timezone

from factories import member
from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing import outbox
from mail.tests.bounces import ADDRESS, refuse, restored
from mail.tests.conftest import written
from privacy import erasure, retention
from profiles.notifications import AccountRestored

pytestmark = pytest.mark.django_db
NOTICE = b"Our emails to"


def test_a_refusal_for_good_is_remembered_without_regard_to_capitals(server):
    [mail] = written(email="Amina@Test.example")
    refuse(server, 550)

    outbox.drain()

    found = Undeliverable.objects.get()
    assert (found.address, found.code) == (ADDRESS, "SMTP 550 5.1.1")
    assert restored(mail.to) is None


def test_refused_twice_it_is_remembered_once(amina):
    suppression_list.suppress(amina.email, "SMTP 550")
    suppression_list.suppress(amina.email, "SMTP 551")

    assert Undeliverable.objects.get().code == "SMTP 550"


@pytest.mark.parametrize(("code", "said"), [(450, b"later"), (550, b"5.7.1 you are blocked")])
def test_what_is_no_fault_of_the_address_is_not_held_against_it(code, said, server):
    written(email=ADDRESS)
    refuse(server, code, said)

    outbox.drain()

    assert not Undeliverable.objects.exists()


def test_nothing_is_written_to_it(bounced):
    assert restored(bounced) is None
    assert (
        AccountRestored.post(
            address=ADDRESS.upper(), occasion="bare", context={"member": bounced, "link": "x"}
        )
        is None
    )
    assert OutgoingMail.objects.count() == 0


def test_the_way_back_is_always_written(bounced, client):
    client.post(reverse("account_request_login_code"), {"email": ADDRESS})

    assert OutgoingMail.objects.get().kind == "account/login_code"


def test_its_member_is_told_on_the_first_page_and_nobody_else_is(bounced, as_):
    assert NOTICE in as_(bounced).get("/").content
    assert NOTICE not in as_(member()).get("/").content


def test_the_button_makes_it_work_again(bounced, as_):
    client = as_(bounced)

    assert client.post(reverse("mail_again")).status_code == 302

    assert NOTICE not in client.get("/").content
    assert restored(bounced)


def test_the_button_of_one_member_does_nothing_for_another(bounced, as_):
    as_(member()).post(reverse("mail_again"))

    assert Undeliverable.objects.exists()


def test_confirming_the_address_anew_makes_it_work_again(bounced):
    address = EmailAddress.objects.get(user=bounced)

    email_confirmed.send(sender=EmailAddress, request=None, email_address=address)

    assert restored(bounced)


def test_with_the_account_it_is_forgotten(bounced):
    erasure.erase_member(bounced, leave_words=False)

    assert not Undeliverable.objects.exists()


def test_of_an_address_that_nobody_has_nothing_is_kept_after_thirty_days(bounced):
    Undeliverable.objects.create(address="nobody@test.example", code="SMTP 550")

    retention.apply_retention(timezone.now() + timedelta(days=31))

    assert Undeliverable.objects.get().address == ADDRESS
