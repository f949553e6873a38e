"""What the doctor says of private texts: rings that open them, rings of somebody else, the erasure list."""

import pytest
from django.utils import timezone

import factories
from mentoring.lib.registry.doctor import Level
from mentoring.lib.vault import keyring
from privacy import account_closure, doctor
from privacy.models import AccountClosure
from testing.private_texts import write_all

pytestmark = pytest.mark.django_db


def said(hook):
    return [(finding.level, finding.subject) for finding in hook()]


def test_the_rings_of_the_day_open_what_was_written(settings):
    write_all(factories.mentor().member, factories.member())
    assert set(said(doctor.keys_of_texts)) == {(Level.OK, "CONFIDENTIAL_KEYRING"), (Level.OK, "CASE_KEYRING")}


def test_another_ring_is_named(settings, tmp_path):
    write_all(factories.mentor().member, factories.member())
    keyring.create_ring(tmp_path / "other")
    settings.CONFIDENTIAL_KEYRING = str(tmp_path / "other")
    assert (Level.WRONG, "CONFIDENTIAL_KEYRING") in said(doctor.keys_of_texts)
    settings.CONFIDENTIAL_KEYRING = str(tmp_path / "nowhere")  # said by the check of the machine
    assert said(doctor.keys_of_texts) == []


def test_the_erasure_list(settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "list")
    assert said(doctor.erasure_list) == [(Level.OK, "ERASURE_LIST")]
    (tmp_path / "list").write_text("no such line\n")
    assert said(doctor.erasure_list) == [(Level.WRONG, "ERASURE_LIST")]
    settings.ERASURE_LIST, settings.DEMO = str(settings.BASE_DIR / "var" / "list"), False
    assert said(doctor.erasure_list) == [(Level.LOOK, "ERASURE_LIST")]
    settings.PROCESS = "staff"
    assert said(doctor.erasure_list) == []


def test_what_stands_on_the_list_of_another_machine(settings, tmp_path, mentee):
    account_closure.request_closure(mentee, leave_words=False)
    AccountClosure.objects.update(due_at=timezone.now())
    assert account_closure.finish_due_closures() == 1
    assert said(doctor.erasure_list) == [(Level.OK, "ERASURE_LIST")]
    settings.ERASURE_LIST = str(tmp_path / "of another machine")
    (finding,) = doctor.erasure_list()
    assert finding.level == Level.LOOK and "none of 1 things" in finding.sentence
