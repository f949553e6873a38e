"""A sealed text moved by SQL to another row, column, pair or author never opens (P2, P4)."""

import pytest
from django.db import connection

import factories
from mentorships.models import DataKey
from testing.private_texts import KINDS, MARKER, cells, sql, write_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(mentor, mentee, stranger):
    """All texts of two pairs with the same mentor: the nearest neighbours there are."""
    write_all(mentor, mentee)
    write_all(mentor, stranger)
    found = cells()
    assert {cell.model for cell in found} == set(KINDS)
    assert len({(cell.model, cell.pk) for cell in found}) >= 20
    assert all(MARKER in cell.words for cell in found)
    return found


@pytest.mark.any_database
def test_no_text_opens_in_the_place_of_any_other(written):
    """P2: every ordered pair of all rows and columns, all models."""
    blobs = {cell: cell.raw() for cell in written}
    opened = []
    for target in written:
        for source in written:
            if source != target:
                target.put(blobs[source])
                opened += [(source, target)] if target.words is not None else []
        target.put(blobs[target])

    assert opened == []
    assert all(MARKER in cell.words for cell in written)


def test_a_wrapped_key_opens_nothing_for_another_author_or_pair(written):
    """P2: the key rows moved instead of the texts; all rotations, so each key under every other's name."""
    keys = list(DataKey.objects.order_by("pk").values_list("pk", "wrapped"))
    assert len(keys) >= 7
    for turn in range(1, len(keys)):
        for place, (pk, _wrapped) in enumerate(keys):
            DataKey.objects.filter(pk=pk).update(wrapped=keys[(place + turn) % len(keys)][1])

        assert {cell.words for cell in written} == {None}
    for pk, wrapped in keys:
        DataKey.objects.filter(pk=pk).update(wrapped=wrapped)
    assert all(MARKER in cell.words for cell in written)


ODD = {
    "plain bytes": MARKER.encode(),
    "looks sealed": b"\x01\x00\x01" + MARKER.encode() * 3,
    "nothing": b"",
    "one byte": b"\x01",
    "zeros": b"\x00" * 300,
}


def opened_as(cells, change):
    """The cells that still open once this is done to what is in them; each is put back."""
    opened = []
    for cell in cells:
        blob = cell.raw()
        cell.put(change(blob))
        opened += [cell] if cell.words is not None else []
        cell.put(blob)
    assert all(MARKER in cell.words for cell in cells)
    return opened


def test_what_was_never_sealed_is_never_shown(written):
    """P4: plaintext in the column is refused, not returned as if genuine."""
    for name, value in ODD.items():
        assert opened_as(written, lambda _blob, value=value: value) == [], name


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL refuses them itself")
def test_sqlite_types_that_are_no_bytes_are_refused_too(written):
    """P4: SQLite puts anything into any column."""
    for value in ("plain text", 7, 10**15, 1.5):
        assert opened_as(written[:6], lambda _blob, value=value: value) == [], value
    for value in ("plain text", 7, 10**15, 1.5):
        sql("UPDATE mentorships_datakey SET wrapped = %s", value)

        assert {cell.words for cell in written} == {None}, value


def test_one_changed_byte_in_the_table_closes_the_text(written):
    """P4, with the whole way through the model."""
    for at in (0, 1, 2, 3, 14, 15, 40, -1):
        assert opened_as(written, lambda blob, at=at: with_byte_changed(blob, at)) == [], at


def with_byte_changed(blob, at):
    changed = bytearray(blob)
    changed[at] ^= 0x20
    return bytes(changed)


def test_a_refusal_is_logged_by_row_and_never_by_content(written, caplog):
    """P33."""
    cell = written[0]
    cell.put(MARKER.encode())

    assert cell.words is None
    messages = [record.getMessage() for record in caplog.records if record.name == "mentoring.vault"]
    assert messages == [f"A text of {cell.model._meta.label} {cell.pk} cannot be opened."]
    assert MARKER not in caplog.text


def test_a_letter_under_another_name_does_not_open(written):
    """P2: the author rewritten."""
    other = factories.member().pk
    sql("UPDATE feedback_feedback SET author_id = %s WHERE given_at IS NOT NULL", other)
    sql("UPDATE feedback_feedbackanswer SET author_id = %s", other)
    sql("UPDATE matching_requestmessage SET author_id = %s", other)
    moved = [cell for cell in written if getattr(cell.row, "author_id", 0) == other]

    assert len(moved) >= 24
    assert {cell.words for cell in moved} == {None}
