"""Each login of PostgreSQL can do all that its process has to do (P8, the other way round)."""

import pytest
from django.utils import timezone

import factories
from mentorships import services as mentorship_services
from privacy import account_closure, jobs
from privacy.export.archive import archive
from privacy.models import AccountClosure
from testing import world
from testing.logins import as_login, make, postgres
from testing.private_texts import write_all


@postgres
def test_the_worker_can_do_all_its_work(logins, mentor, mentee):
    """P8, the other way round: closing, shredding and the schedule run with these rights alone."""
    pair = write_all(mentor, mentee)
    old = factories.pair(mentor, factories.member())
    mentorship_services.end(old, by=mentor)
    account_closure.request_closure(mentee, leave_words=False)
    AccountClosure.objects.update(due_at=timezone.now())

    with as_login("worker"):
        done = jobs.run()

    assert done["accounts closed"] == 1
    pair.refresh_from_db()
    assert pair.status == "ended"


@postgres
@pytest.mark.parametrize("role", ("anonymous", "member", "mentor", "mentee"))
def test_the_member_site_works_with_its_rights(role, db, client):
    """P8, the other way round: every page of the site answers as it does for the owner."""
    people = world.build()
    make()
    client.raise_request_exception = False
    people.sign_in(client, role)
    addresses = [url for _key, url in people.addresses("mentoring.urls")]
    before = [client.get(url).status_code for url in addresses]
    people.sign_in(client, role)

    with as_login("member"):
        after = [client.get(url).status_code for url in addresses]

    assert dict(zip(addresses, after, strict=True)) == dict(zip(addresses, before, strict=True))


@postgres
def test_whoever_watches_gets_all_figures(db, client, settings):
    """P8, the other way round: `/metrics` was an error wherever the logins are apart."""
    settings.METRICS_TOKEN = "of-whoever-watches-" * 2
    make()
    with as_login("member"):
        answer = client.get("/metrics", headers={"Authorization": f"Bearer {settings.METRICS_TOKEN}"})

    assert answer.status_code == 200
    assert b"mentoring_disk_free_bytes" in answer.content


@postgres
def test_the_member_process_writes_with_its_rights(logins, mentor, mentee):
    """P8, the other way round: every kind of text, a closing, an export."""
    with as_login("member"):
        write_all(mentor, mentee)
        assert b"".join(archive(mentee))
        account_closure.request_closure(mentee, leave_words=True)
