"""What other logins, the export and leaving make of certificates and hours."""

from datetime import timedelta

import pytest
from django.utils import timezone

from privacy import grants
from privacy.erasure import erase_member
from privacy.export.parts import parts
from recognition.models import Certificate, TimeEntry
from recognition.privacy import forget_withdrawn
from recognition.services import certificates
from recognition.tests.conftest import proof
from testing import records

TABLES = ("recognition.certificate", "recognition.timeentry")


@pytest.mark.parametrize("label", TABLES)
def test_the_staff_site_has_no_right_at_all(label):
    given = grants.rights("staff").get(label)

    assert not given or not (given.verbs or given.read or given.change)


@pytest.mark.parametrize("label", TABLES)
def test_the_worker_may_delete_and_reads_no_word(label):
    given = grants.rights("worker")[label]

    assert given.verbs == "D" and not given.change and not given.insert
    assert set(given.read) <= {"id", "member_id", "revoked_at"}


def test_all_of_it_is_in_the_export(mentor, certificate):
    records.entry(mentor, note="A note")

    rows = [row for part in parts(mentor) if part.name == "recognition" for row in part.rows()]

    assert rows[0]["link"].endswith(proof(certificate.token)) and rows[0]["certificate"] == "mentor"
    assert rows[1]["note"] == "A note"


def test_leaving_deletes_what_is_the_leavers_and_nothing_of_the_other(mentor, mentee, certificate):
    records.entry(mentor)
    theirs = records.certificate(mentee)
    records.entry(mentee, note="Mine")

    erase_member(mentor, leave_words=True)

    assert Certificate.objects.get() == theirs
    assert TimeEntry.objects.get().note == "Mine"


def test_before_closing_it_is_said(as_, mentor):
    client = as_(mentor)
    client.post("/accounts/reauthenticate/", {"password": "secret-enough"})

    assert "Your certificates are deleted" in client.get("/profile/close/").content.decode()


def test_withdrawn_ones_go_after_a_year(certificate):
    certificates.revoke(certificate)
    now = timezone.now()

    assert forget_withdrawn(now + timedelta(days=364), timedelta(days=365)) == 0
    assert forget_withdrawn(now + timedelta(days=366), timedelta(days=365)) == 1


def test_valid_ones_never_go_by_themselves(certificate):
    assert forget_withdrawn(timezone.now() + timedelta(days=9999), timedelta(days=365)) == 0
