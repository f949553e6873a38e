"""P2, P3, 68: what two peers write opens nowhere else: not even in what the same two have as mentor and mentee."""

import pytest

import factories
from mentorships.models import Agreement, DataKey, Goal, Mentorship, MentorshipKind, NoteVersion
from mentorships.services import begin
from testing import making
from testing.private_texts import MARKER, cells, sql, write_kept

pytestmark = pytest.mark.django_db


def written_by(one, other, kind):
    """Agreement, goals, notes, meetings and what each writes alone, of one mentorship of two."""
    pair = begin(mentor=one, mentee=other, kind=kind, focus="networking", style="", by=one)
    write_kept(pair, one, other)
    making.write_all(pair, one, other, MARKER)
    factories.letter(pair, one, letter=f"{MARKER} letter")
    return pair


@pytest.fixture
def peers(mentor, mentee):
    """Two who are peers, either having asked, and mentor and mentee as well."""
    written_by(mentor, mentee, MentorshipKind.MENTORING)
    return written_by(mentee, mentor, MentorshipKind.PEERS)


def test_no_text_opens_in_the_place_of_any_other(peers):
    texts = [cell for cell in cells() if cell.words]
    assert len(texts) > 30 and all(MARKER in cell.words for cell in texts)
    blobs = {cell: cell.raw() for cell in texts}
    for target in texts:
        for source in texts:
            if source != target and source.model == target.model:
                target.put(blobs[source])
                assert target.words is None, (source, target)
        target.put(blobs[target])

    assert all(MARKER in cell.words for cell in texts)


@pytest.mark.parametrize("model", [Goal, DataKey])
def test_rows_moved_to_their_other_mentorship_stay_closed(model, peers):
    other = Mentorship.objects.exclude(pk=peers.pk).get()
    if model is DataKey:
        model.objects.filter(scope=other.code).delete()
        model.objects.filter(scope=peers.code).update(scope=other.code)
    else:
        model.objects.filter(mentorship=peers).update(mentorship=other)

    of_both = [cell for cell in cells() if cell.model in (Goal, Agreement, NoteVersion)]
    if model is DataKey:
        assert {cell.words for cell in of_both} == {None}
    else:
        moved = [cell for cell in of_both if cell.model is model]
        assert sum(cell.words is None for cell in moved) == len(moved) / 2


@pytest.mark.parametrize("side", ["mentor_id", "mentee_id"])
def test_whoever_is_written_in_reads_nothing(side, peers, stranger, as_):
    sql(f"UPDATE mentorships_mentorship SET {side} = %s WHERE id = %s", stranger.pk, peers.pk)
    here = peers.get_absolute_url()
    for page in ("", "goals/", "agreement/", "notes/", "notes/own/", "feedback/"):
        assert MARKER not in as_(stranger).get(here + page).content.decode(), page


def test_to_change_the_kind_by_sql_opens_nothing_to_others(peers, stranger, as_):
    sql("UPDATE mentorships_mentorship SET kind = 'mentoring' WHERE id = %s", peers.pk)

    assert as_(stranger).get(peers.get_absolute_url()).status_code == 404
