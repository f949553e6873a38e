"""Rows with sealed texts show nothing of them, in no query and no line of a log (P4)."""

import pytest
from django.db import transaction

from feedback.models import Feedback
from mentoring.lib.vault.fields import Sealed
from testing.private_texts import MARKER, cells

pytestmark = pytest.mark.django_db


def test_a_row_shows_nothing_of_itself(written):
    """Way 9: __str__ and repr are printed on admin pages, in logs and in reports."""
    for cell in cells():
        one_letter = cell.row
        texts = [
            str(one_letter),
            repr(one_letter),
            str(one_letter.pair),
            f"{one_letter.__dict__}",
            repr(vars(one_letter)),
        ]
        assert MARKER in getattr(one_letter, cell.column)
        texts += [repr(one_letter), f"{one_letter.__dict__}"]  # reading leaves no trace in the row

        assert MARKER not in "".join(texts)
        assert not {str(written.mentor), written.mentor.name} & set(texts)


def test_a_query_neither_returns_nor_takes_words(written):
    """`values` gives the sealed bytes; a text in a filter would reach the SQL log."""
    found = Feedback.objects.exclude(letter=None).values_list("letter", flat=True)

    assert found
    assert all(isinstance(value, Sealed) and repr(value) == "<sealed>" for value in found)
    for refused in (
        lambda: list(Feedback.objects.filter(letter=MARKER)),
        lambda: Feedback.objects.update(letter=MARKER),
        lambda: Feedback.objects.bulk_update([_with_words(written)], ["letter"]),
    ):
        with pytest.raises(TypeError), transaction.atomic():
            refused()


def _with_words(written):
    one_letter = written.feedback.first()
    one_letter.letter = MARKER
    return one_letter


def test_a_row_saved_without_being_read_keeps_its_texts(written):
    """Sealed bytes go back as they came."""
    before = {cell: cell.raw() for cell in cells()}
    for cell in before:
        cell.row.save()

    assert {cell: cell.raw() for cell in cells()} == before
