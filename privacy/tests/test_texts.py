"""All private texts of a pair, for one of its two: nothing left out, nothing of the other's own."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

import factories
from conduct.models import CaseText
from feedback.models import Feedback
from matching.models import Bookmark
from mentoring.lib.registry.personal_data import MODELS
from mentoring.lib.vault.rows import Confidential
from mentorships.models import DataKey, OwnNote, Thanks
from open_hours.models import Booking, Talk, TalkPlace
from privacy.private_texts import models_of_pairs, place_model, texts_of
from recognition.models import Certificate, TimeEntry
from testing.private_texts import MARKER, cells, write_all
from worksheets.models import Answer

pytestmark = pytest.mark.django_db
OF_A_TALK = {Talk, Booking, TalkPlace}  # in a part of the archive of their own
NOT_OF_A_PAIR = {Bookmark, CaseText, Answer, Certificate, TimeEntry} | OF_A_TALK


@pytest.fixture
def written(mentor, mentee):
    """A pair with a text of every kind, by each of the two."""
    pair = write_all(mentor, mentee)
    if not pair.thanks.exists():
        Thanks(mentorship=pair, author=mentor, text=f"{MARKER} thanks").save()
    return pair


def found(pair, reader):
    return {text.key: text for text in texts_of(pair, reader)}


def test_every_confidential_model_is_either_a_pairs_or_named_here():
    """A new room is covered without a line here; one that leads nowhere has to be thought about."""
    private = {model for model in apps.get_models() if issubclass(model, Confidential)}

    assert private - set(models_of_pairs()) == NOT_OF_A_PAIR
    assert place_model(Bookmark) is None


def test_every_column_has_a_name_for_people():
    for model in (m for m in apps.get_models() if issubclass(m, Confidential)):
        declared = MODELS.get(model._meta.label_lower)

        assert set(declared.texts) == set(model.private_columns()), model


def test_each_of_the_two_gets_all_they_may_read_and_it_opens(written, mentor, mentee):
    for reader, other in ((mentor, mentee), (mentee, mentor)):
        texts = found(written, reader)

        assert {type(text.row) for text in texts.values()} == set(models_of_pairs())
        assert all(MARKER in text.words for text in texts.values())
        alone = [text for text in texts.values() if isinstance(text.row, OwnNote)]
        assert [text.row.author_id for text in alone] == [reader.pk]
        drafts = [t.row for t in texts.values() if isinstance(t.row, Feedback) and not t.row.given_at]
        assert {draft.author_id for draft in drafts} == {reader.pk}
        assert other.pk in {text.row.author_id for text in texts.values()}


def test_both_together_have_every_text_there_is(written, mentor, mentee):
    both = found(written, mentor) | found(written, mentee)
    there = {(cell.model, cell.pk, cell.column) for cell in cells() if cell.model not in NOT_OF_A_PAIR}

    assert there <= {(type(text.row), text.row.pk, text.column) for text in both.values()}


def test_nobody_else_and_no_other_pair_gets_anything(written, mentor, stranger):
    other = write_all(mentor, stranger)
    assert list(texts_of(written, stranger)) == []
    assert not found(written, mentor).keys() & found(other, mentor).keys()


def test_a_label_says_what_by_whom_and_when(pair, mentor):
    letter = factories.letter(pair, mentor, letter="Thank you.")
    letter.given_at = letter.given_at.replace(2026, 5, 3)
    letter.save()

    assert [text.label for text in texts_of(pair, mentor)] == ["Letter by Rosalind, 3 May 2026"]


def test_what_does_not_open_is_none(written, mentor):
    DataKey.objects.all().delete()
    written.forget_keys()
    texts = found(written, mentor)
    assert texts
    assert {text.words for text in texts.values()} == {None}


def test_more_texts_take_no_more_statements(written, mentor, mentee):
    def taken():
        with CaptureQueriesContext(connection) as seen:
            assert all(text.words and text.label for text in texts_of(written, mentor))
        return len(seen)

    before = taken()
    for number in range(6):
        letter = factories.letter(written, mentor, letter=f"More {number}")
        factories.feedback_services.answer_feedback(letter, author=mentee, text=f"Yes {number}")
        OwnNote(mentorship=written, author=mentor, text=f"Own {number}").save()
    factories.mentorship_services.end(written, by=mentor)
    write_all(mentor, mentee)
    written.forget_keys()

    assert taken() <= before + 1  # the keys of the pair, forgotten just now
