"""What is tried across two machines. Each raises AssertionError where they are not one programme."""

import os
import shutil
import signal

from django.utils import timezone

from mail.models import OutgoingMail
from mentorships.models import DataKey
from privacy.models import AccountClosure
from profiles.models import Member
from testing import pictures
from trials.machines.programme import wait_until
from trials.machines.visitor import OF_ALL


def one_sign_in(programme, *visitors):
    """Signed in on one, one is signed in on the other."""
    for visitor in visitors:
        assert visitor.sign_in(programme.a).status_code == 302
        assert visitor.get(programme.b, "/profile/").status_code == 200


def guesses_are_counted_together(programme, stranger):
    """Five wrong passwords, wherever they are typed: then the right one is not looked at."""
    for machine in (programme.a, programme.b, programme.a, programme.b, programme.a):
        assert stranger.sign_in(machine, "a guess").status_code == 200
    assert stranger.sign_in(programme.b).status_code == 200


def photo_is_seen_on_both(programme, mentor, mentee):
    """Put up on one, seen on the other, replaced there: then the first one has the new one alone."""
    names = []
    for here, there in ((programme.a, programme.b), (programme.b, programme.a)):
        answer = mentor.post(here, "/profile/photo/", files={"photo": ("me.jpg", pictures.JPEG)}, alt="Me")
        assert answer.status_code == 302, answer.text
        names.append(Member.objects.get(pk=mentor.member.pk).photo)
        shown = mentee.get(there, f"/photos/{names[-1]}-card.jpg")
        assert (shown.status_code, shown.content[:3]) == (200, b"\xff\xd8\xff")
    assert mentor.get(programme.a, f"/photos/{names[0]}-card.jpg").status_code == 404


def draft_goes_on_elsewhere(programme, mentor, pair):
    """Half a letter typed on one is in the form of the other."""
    assert mentor.post(programme.a, f"{pair}feedback/draft/", letter="Half a letter").status_code == 204
    assert "Half a letter" in mentor.get(programme.b, f"{pair}feedback/write/").text


def list_follows(programme, mentor, mentee):
    """A mentor who pauses on one is not on the list of the other, and comes back there, too."""
    name = mentor.member.name
    mentor.post(programme.a, "/profile/mentor/pause/")
    assert name not in mentee.get(programme.b, "/mentors/").text
    mentor.post(programme.a, "/profile/mentor/pause/", resume="1")
    assert name in mentee.get(programme.b, "/mentors/").text


def letters_open_after(programme, mentor, mentee, pair, *, rotation):
    """What was written before a new root key, and on either machine after it, opens on both."""
    mentor.post(programme.a, f"{pair}feedback/write/", letter="Before the new key")
    rotation(programme)
    mentor.post(programme.a, f"{pair}feedback/write/", letter="After it, on a")
    mentee.post(programme.b, f"{pair}feedback/write/", letter="After it, on b")
    for machine in (programme.a, programme.b):
        page = mentee.get(machine, f"{pair}feedback/").text
        assert all(words in page for words in ("Before the new key", "After it, on a", "After it, on b"))


def rotate_well(programme):
    """As docs/deployment.md says: prepared, copied, rotated, copied; then the old key goes."""
    ring = ("--ring", "pairs")
    programme.a.run("rotate_confidential_keys", *ring, "--prepare")
    shutil.copy2(programme.a.ring, programme.b.ring)
    programme.a.run("rotate_confidential_keys", *ring)
    shutil.copy2(programme.a.ring, programme.b.ring)
    assert "key 1 is out" in programme.a.run("rotate_confidential_keys", *ring, "--remove", "1")
    shutil.copy2(programme.a.ring, programme.b.ring)
    assert DataKey.objects.exists()


def rotate_on_one(programme):
    """What is not to be done."""
    programme.a.run("rotate_confidential_keys", "--ring", "pairs")


def another_beat_goes_on(programme):
    """The beat that wakes is killed with its machine, as it were: the other waits for its lease, and goes on."""
    first = wait_until(programme.beat, "no beat holds the lease")
    here, there = (programme.a, programme.b) if first == "a" else (programme.b, programme.a)
    wait_until(lambda: "Sending due task" in here.log("beat"), "nobody is woken")
    assert "Sending due task" not in there.log("beat")
    os.killpg(here.processes["beat"].child.pid, signal.SIGKILL)
    wait_until(lambda: "Sending due task" in there.log("beat"), "the other beat does not go on")
    assert programme.beat() == there.name


def mails_go_once(programme):
    """Whatever was due is sent, by one worker or the other, once."""
    due = OutgoingMail.objects.filter(sent_at=None, due_at__lte=timezone.now())
    wait_until(lambda: not due.exists(), "mails wait")
    numbers = [mail.number for mail in programme.sink.taken]
    assert len(numbers) == len(set(numbers)) > 0


def leaving_is_everywhere(programme, mentor, mentee):
    """An account is closed by whichever worker comes first: the photo is gone on both, and one list knows of it."""
    member = Member.objects.get(pk=mentor.member.pk)
    mentor.post(programme.a, "/accounts/reauthenticate/", password=OF_ALL)
    mentor.post(programme.b, "/profile/close/", words="shred")
    assert AccountClosure.objects.update(due_at=timezone.now()) == 1
    wait_until(lambda: AccountClosure.objects.exclude(done_at=None).exists(), "the account is not closed")
    lists = [machine.folder / "erasures.jsonl" for machine in (programme.a, programme.b)]
    known = lambda: "".join(path.read_text() for path in lists if path.exists())  # noqa: E731
    wait_until(lambda: str(member.code) in known(), "no list knows of it")
    for machine in (programme.a, programme.b):
        assert mentor.get(machine, "/profile/").status_code == 302
        assert mentee.get(machine, f"/photos/{member.photo}-card.jpg").status_code == 404
        assert member.name not in mentee.get(machine, "/mentorships/").text


def doctors_agree(programme):
    """Each has looked once; then each finds the other alike."""
    programme.a.run("doctor")
    for machine, other in ((programme.b, "a"), (programme.a, "b")):
        lines = machine.run("doctor")
        assert f"ok     machines           The same keys, rings and Redis as on {other}." in lines, lines
        assert {"photos", "beat"} <= {
            line.split()[1] for line in lines.splitlines() if line.startswith("ok ")
        }
