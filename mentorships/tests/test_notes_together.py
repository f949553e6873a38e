"""Product 29: two who write in one note at the same time lose no word of each other's."""

import pytest
from django.test import Client

import factories
from mentorships.differences import merge_texts
from mentorships.models import NoteVersion
from mentorships.notes import merged
from mentorships.services import notes as services
from testing.notes import note_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/"


@pytest.fixture
def one(here, note):
    return f"{here}{note.code}/"


def test_if_the_other_saved_in_between_both_texts_come_back(pair, one, note, as_, mentor, mentee):
    client = as_(mentee)
    client.get(f"{one}edit/")
    services.save_version(note, by=mentor, base=1, title="Plan B", text="one\ntwo, says Rosalind\nthree")

    mine = {"title": "Plan", "text": "one\ntwo, says Amina\nthree\nfour", "base": "1"}
    answer = client.post(f"{one}edit/", mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "nothing is lost" in page
    assert "one\ntwo, says Rosalind\ntwo, says Amina\nthree\nfour</textarea>" in page
    assert 'value="Plan B"' in page  # only Rosalind had changed the title
    assert 'name="base" value="2"' in page
    assert len(note_texts(note)) == 2

    client.post(f"{one}edit/", mine | {"text": "one\nboth\nthree\nfour", "base": "2"})
    assert note_texts(note)[0] == (3, mentee, "one\nboth\nthree\nfour")


@pytest.mark.parametrize("base", ["", "x", "0", "7", "-1", "9" * 40])
def test_an_odd_base_loses_no_words_either(base, one, note, as_, mentee):
    page = as_(mentee).post(f"{one}edit/", {"title": "Plan", "text": "mine", "base": base})

    assert page.status_code == 409
    assert "one\ntwo\nthree\nmine" in page.content.decode()
    assert len(note_texts(note)) == 1


def test_both_are_always_kept_whole():
    """Every line of either stands in what comes back, whatever the two are."""
    import random

    chance = random.Random(7)
    for _ in range(300):
        base, theirs, mine = ("\n".join(chance.choices("abcdef", k=chance.randint(0, 9))) for _ in range(3))
        lines = merge_texts(base, theirs, mine).split("\n")
        changed = [text for text in (theirs, mine) if text != base] or [mine]
        for text in changed:
            rest = iter(lines)
            assert all(line in rest for line in text.split("\n")), (base, theirs, mine, lines)


def test_a_very_long_text_is_put_together_quickly_and_whole():
    theirs = "\n".join(f"t{n % 90}" for n in range(5000))
    mine = "\n".join(f"m{n % 90}" for n in range(5000))

    assert set(merge_texts("", theirs, mine).split("\n")) == {
        *(f"t{n}" for n in range(90)),
        *(f"m{n}" for n in range(90)),
    }


def test_equal_lines_stand_once():
    assert merge_texts("x", "a\nb\nc", "a\nB\nc") == "a\nb\nB\nc"


@pytest.mark.parametrize(("theirs", "mine", "said"), [("x", "y", "y"), ("y", "x", "y"), ("y", "y", "y")])
def test_what_only_one_has_changed_is_taken_as_it_is(theirs, mine, said):
    assert merge_texts("x", theirs, mine) == said


def save_as(who, url, text):
    client = Client()
    client.force_login(who)
    return client.post(url, {"title": "", "text": text, "base": "1"})


@pytest.mark.parametrize("held", [True, False], ids=["the pair is held", "nothing is held"])
def test_two_who_save_at_the_same_instant_lose_nothing(held, at_once, monkeypatch):
    """Without the lock, the number that can be there only once decides."""
    two = factories.pair(factories.mentor().member, factories.member())
    note = services.begin_note(two, by=two.mentor, title="", text="begun").note
    if not held:
        monkeypatch.setattr(services, "lock_mentorship", lambda *_: None)
    url = f"/mentorships/{two.code}/notes/{note.code}/edit/"

    answers = at_once(
        [
            lambda: save_as(two.mentor, url, "from the mentor"),
            lambda: save_as(two.mentee, url, "from the mentee"),
        ]
    )

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    [second] = [answer for answer in answers if answer.status_code == 409]
    page = second.content.decode()
    assert "from the mentor" in page and "from the mentee" in page
    assert [version.number for version in note.versions.all()] == [2, 1]


def test_a_number_taken_between_looking_and_saving_is_refused_too(note, mentor, mentee, monkeypatch):
    """What no lock would have to prevent: the database keeps each number once."""

    def the_other_is_quicker(newest, *_):
        NoteVersion(note=note, author=mentor, number=2, title="", text="theirs").save()
        return False

    monkeypatch.setattr(services, "_says", the_other_is_quicker)
    with pytest.raises(services.WrittenMeanwhile):
        services.save_version(note, by=mentee, base=1, title="", text="mine")
    assert [version.number for version in note.versions.all()] == [1]  # undone with the refusal


def test_two_texts_from_one_beginning_are_put_together(pair, note, mentor, mentee):
    services.save_version(note, by=mentee, base=1, title="Our plan", text="one\ntwo\nthree\nfour")
    mine = {"title": "Plan", "text": "zero\none\ntwo\nthree"}

    both = merged(note, note.versions.first(), base=1, mine=mine)

    assert both["title"] == "Our plan"
    assert {"zero", "one", "four"} <= set(both["text"].split("\n"))
