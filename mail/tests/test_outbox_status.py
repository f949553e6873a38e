"""Issue 5: depth, oldest unsent, mails given up where operators and coordinators look; no names anywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories import member
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing import outbox_status
from mail.tests.conftest import written

pytestmark = pytest.mark.django_db
TOKEN = "t" * 40


def late(**ago):
    written(3)
    OutgoingMail.objects.update(due_at=timezone.now() - timedelta(**ago))


def test_counts_and_an_age():
    late(minutes=20)
    first, second, _third = OutgoingMail.objects.all()
    OutgoingMail.objects.filter(pk=first.pk).update(due_at=None)
    OutgoingMail.objects.filter(pk=second.pk).update(dead_at=timezone.now())
    stands = outbox_status.outbox_status()

    assert (stands.depth, stands.held, stands.dead, stands.undeliverable) == (1, 1, 1, 0)
    assert 1200 <= stands.oldest_seconds < 1230 and stands.is_late


def test_an_empty_outbox_is_in_time(django_assert_num_queries):
    with django_assert_num_queries(3):
        assert outbox_status.outbox_status() == outbox_status.OutboxStatus(0, 0, 0, 0, 0)


@pytest.mark.parametrize(("ago", "said"), [({"minutes": 20}, "late"), ({"minutes": 5}, "in time")])
def test_readyz_says_whether_mail_is_late_and_stays_ready(ago, said, client):
    late(**ago)
    answer = client.get("/readyz")

    assert answer.json() == {"ok": True, "missing": [], "mail": said} and answer.status_code == 200


def test_the_staff_site_says_it_on_its_first_page(staff_site, client, coordinator):
    late(minutes=20)
    client.force_login(coordinator)
    Undeliverable.objects.create(address="gone@test.example", code="SMTP 550")
    page = client.get("/admin/").content.decode()

    assert "Emails are going out late: 3 are due" in page
    assert "Emails to 1 address are bouncing" in page and "gone@test.example" not in page


def test_figures_for_who_has_the_token(client, settings):
    settings.METRICS_TOKEN = TOKEN
    late(minutes=20)
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "mentoring_mail_due 3.0\n" in answer.content.decode()
    assert "@" not in answer.content.decode()


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}"])
def test_no_figures_without_it(given, client, settings):
    settings.METRICS_TOKEN = TOKEN
    assert client.get("/metrics", headers={"Authorization": given}).status_code == 404


@pytest.mark.parametrize("given", ["", "Bearer "])
def test_none_is_set_there_is_no_such_page(given, client):
    member()
    assert client.get("/metrics", headers={"Authorization": given}).status_code == 404
