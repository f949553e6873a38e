"""What the doctor says of several machines: what is not the same on both, and nothing of what it is."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from mentoring.lib import beat
from mentoring.lib.registry.doctor import Level
from mentoring.lib.vault import keyring
from operations.doctor import fingerprints, machines
from operations.doctor.machine import machine
from operations.models import MachineCheck

pytestmark = pytest.mark.django_db


def said():
    return [(finding.level, finding.subject) for finding in machines.machines()]


@pytest.fixture
def on(monkeypatch, settings):
    """`on("b", "worker")`: this is that process of that machine from now on."""

    def be(host, process="member"):
        settings.PROCESS = process
        settings.FIGURES_KEY = "figures" * 9 if process == "worker" else ""
        monkeypatch.setattr(machines, "HOST", host)
        monkeypatch.setattr(fingerprints, "HOST", "one folder for all")

    be("a")
    return be


def test_one_machine_has_nothing_to_be_compared(on):
    assert said() == said() == []
    on("a", "staff")
    assert said() == []


def test_two_that_are_alike_are_said_in_one_line(on):
    said()
    on("b")
    assert said() == [(Level.OK, "machines")]
    on("b", "worker")
    assert said() == [(Level.OK, "machines")]


@pytest.mark.parametrize("name", ("SECRET_KEY", "MAIL_KEY", "CONFIDENTIAL_KEYRING", "CASE_KEYRING"))
def test_what_differs_is_named_with_the_other_machine_and_what_to_do(name, on, settings, tmp_path):
    said()
    on("b")
    if name.endswith("RING"):
        keyring.create_ring(tmp_path / "ring")
        setattr(settings, name, str(tmp_path / "ring"))
    else:
        setattr(settings, name, "another" * 9)
    (finding,) = machines.machines()

    assert (finding.level, finding.subject) == (Level.WRONG, name)
    assert "member on a (" in finding.sentence and finding.sentence.endswith("Then run doctor there, too.")


def test_each_process_has_a_secret_key_of_its_own(on, settings):
    said()
    on("b", "staff")
    settings.SECRET_KEY = "of the staff site" * 4
    assert said() == [(Level.OK, "machines")]


def test_files_in_place_of_redis_are_each_machines_own(on, monkeypatch, settings):
    settings.REDIS_URL = ""
    said()
    on("b")
    monkeypatch.setattr(fingerprints, "HOST", "b")
    assert said() == [(Level.WRONG, "Redis")]


def test_a_machine_that_is_gone_is_forgotten(on, settings):
    said()
    MachineCheck.objects.update(checked_at=timezone.now() - timedelta(days=31))
    on("b")
    settings.SECRET_KEY = "another" * 9
    assert said() == []


def test_what_is_kept_opens_nothing(on, settings):
    """Eight digits each, and other ones under another MAIL_KEY: nobody tries a guess who has the database alone."""
    said()
    kept = MachineCheck.objects.get().prints
    settings.MAIL_KEY = "another" * 9
    assert all(len(value) == 8 for value in kept.values())
    assert not set(kept.values()) & set(fingerprints.fingerprints().values())


def test_the_beat_that_wakes_is_named():
    def of_beat():
        return [(one.level, one.sentence) for one in machine() if one.subject == "beat"]

    assert of_beat()[0][0] == Level.LOOK
    cache.set(beat.KEY, {"host": "b", "pid": 1, "mark": ""}, 30)
    assert of_beat() == [(Level.OK, "That of b wakes the worker.")]
