"""What the doctor says of photos in a folder; of a bucket: trials/machines/tests/test_bucket_doctor.py."""

import shutil

import pytest

from mentoring.lib.registry.doctor import Level
from profiles import doctor, photo_files, services

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def said():
    return [(finding.level, finding.subject) for finding in doctor.photos()]


def test_what_was_put_up_is_there_and_nothing_is_left_of_the_look(mentee):
    services.set_photo(mentee, {"card": b"c", "page": b"p"}, alt="")
    assert said() == [(Level.OK, "photos")]
    assert len(photo_files.paths()) == 2


def test_photos_of_another_machine(mentee, settings):
    services.set_photo(mentee, {"card": b"c", "page": b"p"}, alt="")
    shutil.rmtree(settings.MEDIA_ROOT)
    (finding,) = doctor.photos()
    assert finding.level == Level.WRONG and finding.sentence.startswith("1 of the newest 1 are not in ")


def test_a_folder_that_cannot_be_written(settings):
    settings.MEDIA_ROOT.write_text("no folder")
    (finding,) = doctor.photos()
    assert finding.level == Level.WRONG and "cannot be used by this process" in finding.sentence


def test_the_staff_site_writes_nothing(settings, monkeypatch):
    settings.PROCESS = "staff"
    monkeypatch.setattr(photo_files, "store", lambda _versions: 1 / 0)
    assert said() == [(Level.OK, "photos")]
