"""A certificate for its owner: to print, to copy the link from, to withdraw."""

import pytest

import factories
from recognition.models import Certificate
from recognition.services import certificates
from testing import records


@pytest.mark.parametrize("who", ("mentee", "stranger", "coordinator"))
def test_nobody_but_its_owner_sees_it(as_, certificate, who, request):
    client = as_(request.getfixturevalue(who))

    assert client.get(certificate.get_absolute_url()).status_code == 404
    assert client.post(f"{certificate.get_absolute_url()}withdraw/").status_code == 404
    assert Certificate.objects.valid().count() == 1


def test_signed_out_leads_to_signing_in(client, certificate):
    assert "/login/" in client.get(certificate.get_absolute_url()).headers["Location"]


def test_its_owner_copies_the_link_again(as_, mentor, certificate, settings):
    page = as_(mentor).get(certificate.get_absolute_url()).content.decode()

    assert f'value="{settings.SITE_URL}/certificates/{certificate.token}/"' in page
    assert 'class="certificate-qr"' in page


def test_a_link_that_does_not_open_is_said(as_, mentor, certificate):
    """The key is gone: the page still prints, and says what to do."""
    Certificate.objects.filter(pk=certificate.pk).update(code=factories.member().code)
    moved = Certificate.objects.get(pk=certificate.pk)

    answer = as_(mentor).get(moved.get_absolute_url())

    assert answer.status_code == 200
    assert "The link of this certificate cannot be opened." in answer.content.decode()


def test_withdrawing_asks_once(as_, mentor, certificate):
    address = f"{certificate.get_absolute_url()}withdraw/"
    client = as_(mentor)

    assert "This cannot be undone" in client.get(address).content.decode()
    assert Certificate.objects.valid().exists()
    assert client.post(address).headers["Location"] == "/recognition/"
    assert not Certificate.objects.valid().exists()
    assert "withdrawn on" in client.get("/recognition/").content.decode()


def test_withdrawn_in_another_window_is_not_there_any_more(as_, mentor, certificate):
    certificates.revoke(certificate)

    assert as_(mentor).post(f"{certificate.get_absolute_url()}withdraw/").status_code == 404
    assert not certificates.revoke(certificate)


def test_a_mentorship_that_ends_changes_no_certificate(as_, mentor, certificate, long_pair):
    before = (certificate.months, certificate.made_at)
    records.stepped_on(long_pair, records.past_month(), "ended")
    certificate.refresh_from_db()

    assert (certificate.months, certificate.made_at) == before


def test_the_overview_takes_as_many_statements_for_many(as_, mentor, long_pair, statements, monkeypatch):
    monkeypatch.setattr(certificates, "MOST_VALID", 99)
    monkeypatch.setattr(certificates, "MADE_A_DAY", 99)
    client = as_(mentor)
    records.certificate(mentor)
    records.entry(mentor)
    few = statements(client, "/recognition/")
    for n in range(12):
        records.entry(mentor, day=records.past_month(n), minutes=n + 1)
        records.certificate(mentor, with_hours=True)

    assert statements(client, "/recognition/") == few
