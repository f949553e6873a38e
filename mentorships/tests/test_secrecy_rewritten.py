"""Somebody written into a pair by SQL reads nothing (P3, way 30)."""

import pytest
from django.urls import reverse

import factories
from feedback.models import Feedback, FeedbackAnswer
from matching.models import Bookmark, MentorRequest
from mentorships.models import Agreement, DataKey, Goal, Mentorship, Note, NoteVersion, OwnNote, Step
from testing.private_texts import MARKER, cells, sql

pytestmark = pytest.mark.django_db
OF_THE_PAIR = (Feedback, FeedbackAnswer, Agreement, Goal, Step, NoteVersion)
CLOSED = "This text cannot be opened."
PAGES = (
    "mentorship_detail",
    "feedback_list",
    "feedback_write",
    "archive",
    "agreement",
    "agreement_compare",
    "agreement_propose",
    "goal_list",
    "note_list",
    "own_note_list",
)


def pages_of(mentorship):
    """Every address that shows a pair's texts."""
    for name in PAGES:
        yield reverse(name, args=[mentorship.code])
    for number in (1, 2):
        yield reverse("agreement_version", args=[mentorship.code, number])
    for row in mentorship.goals.all():
        yield reverse("goal_detail", args=[mentorship.code, row.code])
    for row in mentorship.notes.all():
        yield reverse("note_detail", args=[mentorship.code, row.code])
        yield reverse("note_edit", args=[mentorship.code, row.code])
        yield reverse("note_version", args=[mentorship.code, row.code, 1])
    for kind in ("json", "html"):
        yield reverse("feedback_archive", args=[mentorship.code, kind])
    yield reverse("feedback_list", args=[mentorship.code]) + f"?q={MARKER[:9]}"


def read_all(client, mentorship):
    """Everything the signed-in reader gets to see of the pair."""
    shown = []
    for page in pages_of(mentorship):
        answer = client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        shown.append(answer.content.decode())
    return "\n".join(shown)


def test_the_two_read_it_all(written, as_, mentor):
    """The way round that shows the tests below can fail."""
    shown = read_all(as_(mentor), written)

    assert shown.count(MARKER) > 30
    assert CLOSED not in shown


@pytest.mark.parametrize("authors_too", (False, True), ids=["pair", "pair and authors"])
@pytest.mark.parametrize("side", ("mentor_id", "mentee_id"))
def test_whoever_is_written_into_a_pair_reads_nothing(side, authors_too, written, as_, stranger):
    """P3: the pages open, as the row says they may; no text does."""
    was = getattr(written, side)
    sql(f"UPDATE mentorships_mentorship SET {side} = %s", stranger.pk)
    if authors_too:  # and under every letter, answer and key, too
        for table in (*OF_THE_PAIR, OwnNote, DataKey):
            table.objects.filter(author=was).update(author=stranger)

    shown = read_all(as_(stranger), Mentorship.objects.get())

    assert MARKER not in shown
    assert CLOSED in shown
    taken = [cell for cell in cells() if cell.model in OF_THE_PAIR]
    taken += [c for c in cells() if c.model is OwnNote and c.row.author_id == stranger.pk]
    assert len(taken) >= 22
    assert {cell.words for cell in taken} == {None}


def test_two_who_change_sides_read_nothing(written, as_, mentor, mentee):
    """P3: mentor and mentee are bound each to their side."""
    sql("UPDATE mentorships_mentorship SET mentor_id = %s, mentee_id = %s", mentee.pk, mentor.pk)

    shown = read_all(as_(mentor), Mentorship.objects.get())
    assert MARKER not in shown.replace(f"{MARKER} own {mentor.pk}", "")  # bound to nobody else


def test_letters_moved_into_the_attackers_own_pair_stay_closed(written, as_, stranger):
    """P3, way 29: the rows moved instead of the people, their keys with them."""
    own = factories.pair(factories.mentor(name="Accomplice").member, stranger)
    for table in (Feedback, Agreement, Goal, Note, OwnNote):
        table.objects.update(mentorship=own)
    shown = read_all(as_(stranger), own)
    DataKey.objects.filter(scope=written.code).update(scope=own.code)
    Mentorship.objects.exclude(pk=own.pk).delete()

    for page in (shown, read_all(as_(stranger), own)):
        assert MARKER not in page
        assert CLOSED in page


def test_whoever_is_written_into_a_request_reads_nothing(written, as_, stranger):
    """P3: both sides of a request, and the talk beneath it."""
    row = MentorRequest.objects.get()
    for side in ("mentor", "mentee"):
        was = getattr(row, side)
        MentorRequest.objects.filter(pk=row.pk).update(**{side: stranger})
        shown = as_(stranger).get(row.get_absolute_url()).content.decode()

        assert MARKER not in shown
        assert shown.count(CLOSED) >= 3
        MentorRequest.objects.filter(pk=row.pk).update(**{side: was})
    assert as_(row.mentor).get(row.get_absolute_url()).content.decode().count(MARKER) == 4


def test_a_note_taken_over_stays_closed(written, as_, stranger):
    """P3: a mark given another owner, and its key with it."""
    Bookmark.objects.update(member=stranger)
    DataKey.objects.filter(scope=written.mentee.code).update(scope=stranger.code, author=stranger)

    page = as_(stranger).get(reverse("shortlist"))

    assert page.status_code == 200
    assert MARKER not in page.content.decode()
    assert [cell.words for cell in cells() if cell.model is Bookmark] == [None]
