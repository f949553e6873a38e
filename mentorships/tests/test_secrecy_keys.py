"""No key, no text: keys shredded, keys missing, a process without the ring (P4, P5, ways 12-15)."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.serializers import deserialize

from feedback.models import Feedback
from matching.models import MentorRequest
from mentoring.lib.vault import KeyRingError, keyring
from mentorships.models import DataKey, Mentorship
from testing.private_texts import KINDS, MARKER, cells

pytestmark = pytest.mark.django_db


def test_deleting_a_key_row_shreds_its_authors_texts_and_no_others(written, mentor, mentee):
    """P5: what the leaver wrote is gone for ever; the other's letters are intact."""
    DataKey.objects.filter(scope=written.code, author=mentee).delete()
    letters = [cell for cell in cells() if cell.model is Feedback]

    for cell in letters:
        assert (cell.words is None) == (cell.row.author_id == mentee.pk)
    assert any(cell.words is None for cell in letters)
    assert any(cell.words for cell in letters)


def test_writing_again_after_shredding_brings_nothing_back(written, mentee):
    """P5: a new key is another key."""
    DataKey.objects.filter(author=mentee).delete()
    shredded = [cell for cell in cells() if cell.words is None]
    again = Mentorship.objects.get()
    Feedback(mentorship=again, author=mentee, letter="new", given_at=again.began_at).save()

    assert len(shredded) > 8
    assert {cell.words for cell in shredded} == {None}
    assert Feedback.objects.latest("pk").letter == "new"


def test_each_author_in_each_place_has_a_key_of_their_own(written):
    """Random, never derived."""
    rows = DataKey.objects.values_list("scope", "author", "wrapped")
    keys = {written.data_key(written.mentor_id), written.data_key(written.mentee_id)}

    assert len({(scope, author) for scope, author, _wrapped in rows}) == len(rows) == 8
    assert len(keys) == 2


def test_a_shell_without_the_ring_opens_nothing(written, other_ring):
    """Way 13: the staff process, the worker, a stolen server without the secret store."""
    found = cells()
    other_ring()

    for cell in found:
        with pytest.raises(KeyRingError):
            getattr(cell.row, cell.column)


def test_a_backup_beside_another_ring_opens_nothing(written, other_ring, tmp_path):
    """Way 15."""
    keyring.create_ring(tmp_path / "another")
    found = cells()
    other_ring(tmp_path / "another")

    assert {cell.words for cell in found} == {None}


def test_a_page_without_a_key_says_so_and_stays_up(written, as_, mentor):
    """P4: every page answers, with one clear line in place of a text."""
    DataKey.objects.all().delete()
    request = MentorRequest.objects.get()

    for page in (
        "feedback/",
        "feedback/write/",
        "archive/",
        "archive/feedback.json",
        "",
        "agreement/",
        "agreement/propose/",
        "goals/",
        "notes/",
        "notes/own/",
    ):
        answer = as_(mentor).get(f"{written.get_absolute_url()}{page}")
        assert answer.status_code == 200, page
        assert MARKER not in answer.content.decode()
    assert "This text cannot be opened." in as_(mentor).get(request.get_absolute_url()).content.decode()


def test_a_data_dump_holds_no_word_and_loads_again(written):
    """Way 12: dumpdata of everything; what it holds opens only beside the ring."""
    out = io.StringIO()
    call_command("dumpdata", stdout=out)
    dumped = out.getvalue()

    assert MARKER not in dumped
    texts = [
        row for row in json.loads(dumped) if not row["model"].startswith("mail.")
    ]  # mails are sealed otherwise
    assert json.dumps(texts).count("sealed:") == len(cells()) > 15
    words = {cell: cell.words for cell in cells()}
    for model in reversed(KINDS):  # a booked talk protects its time
        model.objects.all().delete()
    sealed = {model._meta.label_lower for model in KINDS}
    for row in deserialize("python", [r for r in json.loads(dumped) if r["model"] in sealed]):
        row.save()

    assert {cell: cell.words for cell in cells()} == words
