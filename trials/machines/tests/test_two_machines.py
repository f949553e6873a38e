"""Two machines, each with two gunicorn threads, a worker and a beat, and a VAR of its own: one programme.

And three things that machines do not share by themselves, each of which has to be seen where it is forgotten.
"""

import time

import pytest
from django.db import connection

from scripts.run_tests import REDIS, answers
from trials.machines import object_store, walks
from trials.machines.programme import running
from trials.machines.visitor import Visitor

pytestmark = [
    pytest.mark.redis,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="machines share a PostgreSQL"),
    pytest.mark.skipif(not answers(REDIS), reason="Redis does not answer (TEST_REDIS_URL)"),
]


@pytest.fixture
def people(committed, pair, stranger):
    """A mentor and a mentee with a mentorship, and somebody else; each with a browser."""
    return [Visitor(pair.mentor), Visitor(pair.mentee), Visitor(stranger)]


@pytest.fixture
def photos(request):
    """The settings by which both find photos: a bucket of Swift, or where there is none a folder that both share."""
    return request.getfixturevalue("store") if object_store.is_there() else {}


def share_folder(programme, folder):
    """As a folder of the network that is mounted on both."""
    for machine in (programme.a, programme.b):
        (machine.folder / "media").symlink_to(folder, target_is_directory=True)


def test_a_member_who_is_led_from_one_to_the_other_notices_nothing(people, photos, pair, tmp_path):
    """Issue 18, line 3."""
    mentor, mentee, stranger = people
    began, at = time.monotonic(), pair.get_absolute_url()
    with running(tmp_path, photos, "member", "worker", "beat") as programme:
        if not photos:
            share_folder(programme, tmp_path)
        walks.one_sign_in(programme, mentor, mentee)
        walks.guesses_are_counted_together(programme, stranger)
        walks.photo_is_seen_on_both(programme, mentor, mentee)
        walks.draft_goes_on_elsewhere(programme, mentor, at)
        walks.letters_open_after(programme, mentor, mentee, at, rotation=walks.rotate_well)
        walks.doctors_agree(programme)
        walks.another_beat_goes_on(programme)
        walks.list_follows(programme, mentor, mentee)
        walks.mails_go_once(programme)
        walks.leaving_is_everywhere(programme, mentor, mentee)
    print(f"two machines: {time.monotonic() - began:.0f} s")


def test_what_machines_do_not_share_is_seen(people, pair, tmp_path):
    """Photos in a folder of each, a list that is not caught up, a ring that is not copied."""
    mentor, mentee, _stranger = people
    with running(tmp_path, {}, "member", planted="index") as programme:
        walks.one_sign_in(programme, mentor, mentee)
        forgotten = {
            "photos": lambda: walks.photo_is_seen_on_both(programme, mentor, mentee),
            "list": lambda: walks.list_follows(programme, mentor, mentee),
            "ring": lambda: walks.letters_open_after(
                programme, mentor, mentee, pair.get_absolute_url(), rotation=walks.rotate_on_one
            ),
        }
        for what, walk in forgotten.items():
            with pytest.raises(AssertionError):
                walk()
                pytest.fail(f"{what}: nothing was seen")
        wrong = {
            line.split()[1] for line in programme.b.run("doctor").splitlines() if line.startswith("wrong")
        }
        assert {"photos", "CONFIDENTIAL_KEYRING"} <= wrong
