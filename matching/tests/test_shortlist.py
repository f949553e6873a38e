"""Product 14: mentors kept for later with private notes, and mentors put out of sight."""

import pytest

from factories import HOSTILE, mentor
from mail.models import OutgoingMail
from matching.models import Bookmark
from profiles import services as people
from testing.pages import main_text, read

pytestmark = pytest.mark.django_db


def mark(client, member, kind="kept", **data):
    return client.post(f"/mentors/{member.code}/mark/{kind}/", data)


def note(client, member, text):
    return client.post(f"/shortlist/{member.code}/note/", {"note": text})


def test_kept_mentors_stand_on_my_list_and_nobody_is_told(as_, mentee, mentor):
    client = as_(mentee)
    mark(client, mentor)

    assert "Rosalind Achterberg" in main_text(client.get("/shortlist/"))
    assert "On your shortlist" in main_text(client.get("/mentors/"))
    assert OutgoingMail.objects.count() == 0


def test_a_note_is_mine_alone(as_, mentee, mentor, stranger):
    mark(as_(mentee), mentor)
    mark(as_(stranger), mentor)
    note(as_(mentee), mentor, "Ask her in May.")

    assert "Ask her in May." in as_(mentee).get("/shortlist/").content.decode()
    for other in (stranger, mentor):
        assert "Ask her in May." not in as_(other).get("/shortlist/").content.decode()


def test_there_is_no_note_on_somebody_not_kept(as_, mentee, mentor):
    assert note(as_(mentee), mentor, "Ask her in May.").status_code == 409


def test_out_of_sight_and_back(as_, mentee, mentor):
    client = as_(mentee)

    mark(client, mentor, "hidden")
    assert read(client.get("/mentors/")).names == []
    assert read(client.get("/mentors/?q=cataloging")).count == 0
    assert "Rosalind Achterberg" in main_text(client.get("/shortlist/"))

    mark(client, mentor, "hidden", undo="1")
    assert read(client.get("/mentors/")).names == ["Rosalind Achterberg"]


def test_out_of_my_sight_is_in_everybody_elses(as_, mentee, mentor, stranger):
    mark(as_(mentee), mentor, "hidden")

    assert read(as_(stranger).get("/mentors/")).count == 1


def test_counts_beside_choices_leave_out_who_is_out_of_sight(as_, mentee, mentor):
    mark(as_(mentee), mentor, "hidden")

    found = read(as_(mentee).get("/mentors/"))
    assert {count for count, _ticked in found.choices.values()} == {0}


def test_a_double_click_is_one_mark(as_, mentee, mentor):
    client = as_(mentee)
    for kind in ("kept", "kept", "hidden", "kept"):
        mark(client, mentor, kind)

    assert [bookmark.kind for bookmark in Bookmark.objects.all()] == ["kept"]


@pytest.mark.parametrize("kind", ["liked", "kept-", "0"])
def test_other_marks_do_not_exist(kind, as_, mentee, mentor):
    assert mark(as_(mentee), mentor, kind).status_code == 404


def test_one_does_not_mark_oneself(as_, mentor):
    assert mark(as_(mentor), mentor).status_code == 404


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"]
)
def test_the_way_back_never_leaves_the_site(where, as_, mentee, mentor):
    assert mark(as_(mentee), mentor, back=where).url == "/shortlist/"


def test_a_kept_mentor_who_pauses_stays_kept(as_, mentee, mentor):
    client = as_(mentee)
    mark(client, mentor)
    people.pause(mentor.mentor_profile)

    assert "taking a break" in main_text(client.get("/shortlist/"))

    people.publish(type(mentor.mentor_profile).objects.get())
    assert "Rosalind Achterberg" in main_text(client.get("/shortlist/"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_note_is_kept_as_text_or_refused_in_words(text, as_, mentee, mentor):
    client = as_(mentee)
    mark(client, mentor)

    kept = note(client, mentor, text)
    page = client.get("/shortlist/").content.decode() + kept.content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert kept.status_code in (302, 422)
    assert len(page) < 200_000


def test_ten_notes_cost_as_much_as_one(as_, mentee, statements):
    client = as_(mentee)
    counts = []
    for number in (1, 9):
        for one in [mentor().member for _ in range(number)]:
            mark(client, one)
            note(client, one, "Ask in May.")
        counts.append(statements(client, "/shortlist/"))

    assert counts[0] == counts[1] <= 12
