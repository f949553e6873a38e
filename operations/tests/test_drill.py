"""The drill: a backup under load, the database gone, restored: every text opens, every shredded one does not."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

import factories
from coordination.backups import backup_state
from mail.models import OutgoingMail
from operations.tests.conftest import writing
from testing import backups, remains
from testing.private_texts import write_all

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not shutil.which("age"), reason="age is missing: apt-get install age"),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and not (remains.DUMP and backups.RESTORE),
        reason="pg_dump or pg_restore is missing: apt-get install postgresql-client",
    ),
]
KIND = b"age-encryption.org"


@pytest.fixture(autouse=True)
def apart(settings, tmp_path):
    """A list of what was shredded, and photos, of this test's own."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    settings.VAR = tmp_path / "var"
    (settings.VAR / "media" / "photos").mkdir(parents=True)
    (settings.VAR / "media" / "photos" / "one-card.jpg").write_bytes(b"a picture")


def database():
    """The address of the tests' own database."""
    return backups.url(connection.settings_dict["NAME"])


def back_up(into, key, *more):
    """The folder of a new backup."""
    said = backups.python(database(), "manage.py", "back_up", "--into", into, "--to", key, *more)
    return Path(said.partition(": written")[0])


def refused(database, *command):
    """What is said by a command that ends with an error."""
    with pytest.raises(AssertionError) as ended:
        backups.python(database, "manage.py", *command)
    return str(ended.value)


def texts(database):
    """{(kind, author): whether all of them open}, tried in a process of its own."""
    found = {}
    for kind, author, opens in json.loads(backups.python(database, "-m", "testing.opening")):
        found[kind, author] = found.get((kind, author), True) and opens
    return found


def test_all_that_was_written_comes_back_and_what_was_shredded_does_not(
    committed, operator, empty_database, settings, tmp_path
):
    """P6, and product 18: taken while members join, restored into nothing."""
    stays = write_all(factories.mentor().member, factories.member())
    leaves = write_all(factories.mentor().member, factories.member())
    public, private = operator
    with writing():
        folder = back_up(tmp_path / "backups", public)
    parts = {path.name: path.read_bytes() for path in folder.glob("*.age")}
    before = texts(database())
    entry = {"at": timezone.now().isoformat(), "member": str(leaves.mentee.code), "leave_words": False}
    Path(settings.ERASURE_LIST).write_text(f"{json.dumps(entry)}\n")  # left after the backup
    (settings.VAR / "media" / "photos" / "one-card.jpg").unlink()

    said = backups.python(empty_database, "manage.py", "restore_backup", folder, "--identity", private)
    after = texts(empty_database)

    assert set(parts) == {"database.age", "photos.age", "erasures.age", "manifest.age"}
    assert all(part.startswith(KIND) for part in parts.values())
    assert "1 accounts closed again" in said and "1 photos" in said
    assert re.search(r"CONFIDENTIAL_KEYRING opens (\d+) of \1 keys", said)
    assert (settings.VAR / "media" / "photos" / "one-card.jpg").read_bytes() == b"a picture"
    of_others = {key for key in before if key[1] != leaves.mentee.pk}
    assert of_others and all(before[key] and after[key] for key in of_others)
    assert any(author == stays.mentee.pk for _kind, author in of_others)
    assert not any(opens for (_kind, author), opens in after.items() if author == leaves.mentee.pk)
    assert "holds tables already" in refused(
        empty_database, "restore_backup", str(folder), "--identity", str(private)
    )


def test_mails_of_that_day_wait_and_nobody_is_signed_in(committed, operator, empty_database, tmp_path):
    write_all(factories.mentor().member, factories.member())
    OutgoingMail.objects.waiting().update(due_at=timezone.now())
    assert OutgoingMail.objects.waiting().exists()
    public, private = operator
    folder = back_up(tmp_path / "backups", public)
    said = backups.python(empty_database, "manage.py", "restore_backup", folder, "--identity", private)
    sent = backups.python(empty_database, "manage.py", "send_outbox", process="worker")
    again = backups.python(empty_database, "manage.py", "try_again", "--code", "restored", process="worker")

    assert "mails of that day wait" in said
    assert sent.startswith("0 ") and not again.endswith(", 0 mails are due now.\n")


def test_a_part_that_was_changed_a_wrong_key_and_a_wrong_ring_are_refused(
    committed, operator, empty_database, tmp_path
):
    write_all(factories.mentor().member, factories.member())
    public, private = operator
    folder = back_up(tmp_path / "backups", public)
    stranger = tmp_path / "stranger.key"
    subprocess.run(["age-keygen", "--output", stranger], capture_output=True, check=True)
    given = ("restore_backup", str(folder), "--identity")

    assert "no identity matched" in refused(empty_database, *given, str(stranger))
    manifest = folder / "manifest.age"
    manifest.write_bytes(manifest.read_bytes()[:-1] + b"x")
    assert "manifest.age is missing or was changed" in refused(empty_database, *given, str(private))
    assert "is no backup" in refused(
        empty_database, "restore_backup", str(tmp_path), "--identity", str(private)
    )


def test_a_backup_that_fails_leaves_nothing_and_says_so_to_coordinators(committed, operator, tmp_path):
    nowhere = tmp_path / "file"
    nowhere.touch()
    public, _private = operator

    assert "Not a directory" in refused(database(), "back_up", "--into", str(nowhere), "--to", public)
    assert backup_state().failed
    broken = public[:-4] + "qqqq"
    assert "age: " in refused(database(), "back_up", "--into", str(tmp_path / "backups"), "--to", broken)
    assert list((tmp_path / "backups").iterdir()) == []
    assert "expected a public key" in refused(database(), "back_up", "--into", str(tmp_path), "--to", "me")


def test_older_backups_are_deleted_since_they_would_bring_back_what_was_shredded(
    committed, operator, tmp_path
):
    public, _private = operator
    old, other = tmp_path / "backups" / "mentoring-20200101T000000Z", tmp_path / "backups" / "letters"
    for folder in (old, other):
        folder.mkdir(parents=True)
        (folder / "SHA256SUMS").touch()
    folder = back_up(tmp_path / "backups", public)

    assert {path.name for path in (tmp_path / "backups").iterdir()} == {folder.name, "letters"}
    assert not backup_state().failed
