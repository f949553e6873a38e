"""An address that a server refused for good is not written to, until somebody says that it works."""

import smtplib
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from factories import member
from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing import outbox
from mail.tests.conftest import written
from privacy import erasure, retention
from profiles.notifications import AccountRestored
from testing.logins import as_login, make

pytestmark = pytest.mark.django_db
ADDRESS = "amina@test.example"
NOTICE = b"Our emails to"


@pytest.fixture
def bounced(amina):
    """Amina, whose server knows nobody of that name."""
    Undeliverable.objects.create(address=ADDRESS, code="SMTP 550 5.1.1")
    return amina


def restored(to, **more):
    context = {"member": to, "link": "https://m.example/"}
    return AccountRestored.post(to=to, context=context, occasion="once", **more)


def refuse(server, code, said=b"5.1.1 who?"):
    server.plan.append(smtplib.SMTPRecipientsRefused({ADDRESS: (code, said)}))


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


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_worker_and_the_staff_site_may_do_their_part(server):
    """P8, the other way round."""
    written(email=ADDRESS)
    make()
    refuse(server, 550)
    with as_login("worker"):
        outbox.drain()
    with as_login("staff"):
        assert suppression_list.is_suppressed(ADDRESS)
        suppression_list.lift_suppression(ADDRESS)

    assert not Undeliverable.objects.exists()


def test_coordinators_see_which_and_try_again(bounced, coordinator, client, staff_site):
    client.force_login(coordinator)
    page = reverse("admin:mail_undeliverable_changelist")
    seen = client.get(page).content

    assert ADDRESS.encode() in seen
    assert b"SMTP 550 5.1.1" in seen
    client.post(page, {"action": "try_again", "_selected_action": [Undeliverable.objects.get().pk]})
    assert restored(bounced)


def test_coordinators_see_no_word_of_a_letter_there(server, coordinator, client, staff_site):
    written(email=ADDRESS)
    refuse(server, 550)
    outbox.drain()
    client.force_login(coordinator)
    row = Undeliverable.objects.get()

    page = client.get(reverse("admin:mail_undeliverable_change", args=[row.pk]))

    assert ADDRESS.encode() in page.content
    assert b"restored" not in page.content
