"""What coordinators see and do about addresses that bounce, and what each process may."""

import pytest
from django.db import connection
from django.urls import reverse

from mail.incoming import suppression_list
from mail.models import Undeliverable
from mail.outgoing import outbox
from mail.tests.bounces import ADDRESS, refuse, restored
from mail.tests.conftest import written
from testing.logins import as_login, make

pytestmark = pytest.mark.django_db


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
    undeliverable = Undeliverable.objects.get()

    page = client.get(reverse("admin:mail_undeliverable_change", args=[undeliverable.pk]))

    assert ADDRESS.encode() in page.content
    assert b"restored" not in page.content
