"""Product 14: whoever waits is told once when there is room; late, twice, and side by side alike."""

import pytest

from conduct.models import Block
from factories import member, mentor
from mail.models import OutgoingMail, Unsubscribe
from matching import notifications, watching
from matching.blocking import block
from matching.models import Watch
from matching.watching import tell_of_room
from profiles import moderation
from profiles import services as people
from profiles.models import Member, MentorProfile


@pytest.fixture
def full(db):
    return mentor(name="Rosalind Achterberg", capacity=1, taking_requests=False)


@pytest.fixture
def waiting(full, mentee):
    watching.watch_mentor(mentee, full.member)
    return Watch.objects.get()


def make_room():
    MentorProfile.objects.update(taking_requests=True)


def test_one_mail_when_there_is_room_and_the_watch_is_gone(waiting, mentee, full):
    assert tell_of_room() == 0
    make_room()

    assert tell_of_room() == 1
    assert tell_of_room() == 0
    letter = OutgoingMail.objects.get()
    assert (letter.kind, letter.to) == ("matching/room", mentee)
    assert letter.subject == "Rosalind Achterberg has room for a mentee now"
    assert f"/mentors/{full.member.code}/" in letter.text
    assert not Watch.objects.exists()


def test_waiting_again_is_a_mail_again(waiting, mentee, full):
    make_room()
    tell_of_room()
    watching.watch_mentor(mentee, full.member)

    assert tell_of_room() == 1
    assert OutgoingMail.objects.count() == 2


@pytest.mark.parametrize(
    "why",
    (
        "paused",
        "hidden",
        "suspended",
        "full",
        "watcher suspended",
        "watcher leaves",
        "mentor blocks",
        "watcher blocks",
    ),
)
def test_not_yet_and_the_watch_stays(why, waiting, mentee, full):
    make_room()
    of = full.member
    steps = {
        "paused": lambda: people.pause(full),
        "hidden": lambda: moderation.hide(full, reason="A check."),
        "suspended": lambda: moderation.suspend(of),
        "full": lambda: people.take_place(of),
        "watcher suspended": lambda: moderation.suspend(mentee),
        "watcher leaves": lambda: Member.objects.filter(pk=mentee.pk).update(leaving_at="2030-01-01T00:00Z"),
        "mentor blocks": lambda: Block.objects.create(by=of, whom=mentee),
        "watcher blocks": lambda: Block.objects.create(by=mentee, whom=of),
    }
    steps[why]()

    assert tell_of_room() == 0
    assert Watch.objects.get() == waiting
    assert not OutgoingMail.objects.filter(kind="matching/room").exists()


def test_a_block_takes_back_a_mail_that_still_waits(waiting, mentee, full):
    make_room()
    tell_of_room()
    block(full.member, mentee)

    assert not OutgoingMail.objects.exists()


def test_who_stopped_these_mails_gets_none(waiting, mentee):
    make_room()
    Unsubscribe.objects.create(member=mentee, topic="matching")

    assert tell_of_room() == 0
    assert not OutgoingMail.objects.exists()


def test_a_mail_that_cannot_be_written_leaves_the_watch(waiting, monkeypatch):
    make_room()
    with monkeypatch.context() as patch:
        patch.setattr(notifications, "room", lambda watch: 1 / 0)
        assert tell_of_room() == 0
    assert Watch.objects.exists()

    assert tell_of_room() == 1


def test_everybody_who_waits_is_told(full):
    for _one in range(5):
        watching.watch_mentor(member(), full.member)
    make_room()

    assert tell_of_room() == 5
    assert OutgoingMail.objects.values("to").distinct().count() == 5


def test_side_by_side_each_is_told_once(at_once):
    busy = mentor(capacity=1, taking_requests=False)
    for _one in range(4):
        watching.watch_mentor(member(), busy.member)
    make_room()

    results = at_once([tell_of_room] * 4)

    assert sum(results) == 4
    assert OutgoingMail.objects.filter(kind="matching/room").count() == 4
    assert not Watch.objects.exists()
