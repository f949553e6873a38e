"""Product 29: notes that two write in, without losing a word of each other's."""

import pytest
from django.test import Client

import factories
from mentorships import services as life
from mentorships.differences import merge_texts
from mentorships.models import Note, NoteVersion
from mentorships.notes import begun_with, merged
from mentorships.services import notes as services
from testing.pages import main_text
from testing.same_answer import same_as_nothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/"


@pytest.fixture
def note(pair, mentor):
    """Begun by the mentor."""
    return services.begin_note(pair, by=mentor, title="Plan", text="one\ntwo\nthree").note


@pytest.fixture
def one(here, note):
    return f"{here}{note.code}/"


def texts(note):
    note = Note.objects.get(pk=note.pk)
    return [(row.number, row.author, row.text) for row in note.versions.all()]


def test_begun_by_one_and_carried_on_by_the_other(pair, here, as_, mentor, mentee):
    answer = as_(mentor).post(f"{here}new/", {"title": "Plan", "text": "one"})
    as_(mentee).post(f"{answer.url}edit/", {"title": "Plan", "text": "one\ntwo", "base": "1"})

    assert texts(pair.notes.get()) == [(2, mentee, "one\ntwo"), (1, mentor, "one")]
    for who in (mentor, mentee):
        page = main_text(as_(who).get(answer.url))
        assert "two" in page and "version 2" in page
        assert "Plan" in main_text(as_(who).get(here))


def test_older_versions_are_read_with_author_and_date(pair, one, as_, note, mentor, mentee):
    services.save_version(note, by=mentee, base=1, title="Plan", text="Nothing of it")

    page = main_text(as_(mentee).get(f"{one}versions/1/"))
    assert "three" in page and "Written by Rosalind" in page and "This is how the note was" in page
    assert "Write on" not in page


@pytest.mark.parametrize("number", ["0", "9", "9" * 30])
def test_a_version_that_is_not_there_is_not_found(number, one, as_, mentor):
    assert as_(mentor).get(f"{one}versions/{number}/").status_code == 404


def test_nothing_can_be_deleted(one, as_, mentor):
    assert as_(mentor).post(one).status_code == 405
    assert as_(mentor).post(f"{one}delete/").status_code == 404


def test_a_note_without_a_title_is_called_by_its_day(here, as_, mentor):
    as_(mentor).post(f"{here}new/", {"text": "Only this."})

    assert "Note of" in main_text(as_(mentor).get(here))


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
    assert len(texts(note)) == 2

    client.post(f"{one}edit/", mine | {"text": "one\nboth\nthree\nfour", "base": "2"})
    assert texts(note)[0] == (3, mentee, "one\nboth\nthree\nfour")


@pytest.mark.parametrize("base", ["", "x", "0", "7", "-1", "9" * 40])
def test_an_odd_base_loses_no_words_either(base, one, note, as_, mentee):
    page = as_(mentee).post(f"{one}edit/", {"title": "Plan", "text": "mine", "base": base})

    assert page.status_code == 409
    assert "one\ntwo\nthree\nmine" in page.content.decode()
    assert len(texts(note)) == 1


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


def test_the_same_words_again_make_no_version(one, note, as_, mentor, mentee):
    for who, base in ((mentor, "1"), (mentee, "1")):
        as_(who).post(f"{one}edit/", {"title": "Plan", "text": "one\ntwo\nthree", "base": base})

    assert len(texts(note)) == 1


def test_a_double_click_begins_one_note(pair, here, as_, mentor):
    for _ in range(2):
        as_(mentor).post(f"{here}new/", {"title": "Plan", "text": "one"})

    assert Note.objects.count() == NoteVersion.objects.count() == 1


def test_a_text_too_long_comes_back_whole(one, note, as_, mentor):
    long = "endless " * 3000
    page = as_(mentor).post(f"{one}edit/", {"text": long, "base": "1"}).content.decode()

    assert long.strip() in page
    assert "at most 20000 characters" in page
    assert 'name="base" value="1"' in page
    assert len(texts(note)) == 1


@pytest.mark.parametrize("page", ["", "{}", "{}edit/", "{}versions/1/"])
@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_they_do_not_exist(who, page, pair, here, one, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    assert same_as_nothing(client, pair.code, page.format(one) if page else here)
    said = {"title": "Me", "text": "Me too", "base": "1"}
    for url in (f"{here}new/", f"{one}edit/"):
        assert same_as_nothing(client, pair.code, url, "post", **said)
    assert NoteVersion.objects.count() == 1


def test_a_note_of_another_pair_is_not_reached_through_ones_own(pair, here, as_, stranger):
    other = factories.pair(factories.mentor().member, stranger)
    theirs = services.begin_note(other, by=stranger, title="", text="Theirs").note

    for page in ("", "edit/", "versions/1/"):
        assert as_(pair.mentee).get(f"{here}{theirs.code}/{page}").status_code == 404


def test_words_typed_by_somebody_signed_out_come_back(here, one, client):
    for url in (f"{here}new/", f"{one}edit/"):
        page = client.post(url, {"text": "Long words. " * 9, "base": "1"})
        assert page.status_code == 403
        assert "Long words." in page.content.decode()
        assert ('name="base" value="1"') in page.content.decode()


def test_after_the_end_they_are_read_and_not_changed(pair, here, one, note, as_, mentor, mentee):
    """Product 31."""
    life.end(pair, by=mentor)
    client = as_(mentee)

    assert "three" in main_text(client.get(one))
    for url in (f"{here}new/", f"{one}edit/"):
        assert client.get(url).url == here
        page = main_text(client.post(url, {"text": "Too late?", "base": "1"}))
        assert "has ended" in page and "Too late?" in page
    assert NoteVersion.objects.count() == 1


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, pair, here, as_, mentor, mentee):
    for name in ("title", "text"):
        answer = as_(mentor).post(f"{here}new/", {"text": f"Hello {name}.", name: text})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    codes = pair.notes.values_list("code", flat=True)
    for page in (here, *(f"{here}{code}/{end}" for code in codes for end in ("", "edit/"))):
        shown = as_(mentee).get(page).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_one_and_fifty_cost_the_same(who, pair, here, as_, statements, request):
    client = as_(request.getfixturevalue(who))
    counts = []
    for number in (1, 49):
        for turn in range(number):
            by = (pair.mentor, pair.mentee)[turn % 2]
            services.begin_note(pair, by=by, title="", text=f"{number}-{turn}")
        first = pair.notes.earliest("pk")
        for _ in range(number - 1):
            base = first.versions.count()
            services.save_version(first, by=pair.mentee, base=base, title="", text=f"{base} more")
        urls = (here, f"{here}{first.code}/", f"{here}{first.code}/edit/")
        counts.append([statements(client, url) for url in urls])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12


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
    assert [row.number for row in note.versions.all()] == [2, 1]


def test_a_number_taken_between_looking_and_saving_is_refused_too(note, mentor, mentee, monkeypatch):
    """What no lock would have to prevent: the database keeps each number once."""

    def the_other_is_quicker(newest, *_):
        NoteVersion(note=note, author=mentor, number=2, title="", text="theirs").save()
        return False

    monkeypatch.setattr(services, "_says", the_other_is_quicker)
    with pytest.raises(services.WrittenMeanwhile):
        services.save_version(note, by=mentee, base=1, title="", text="mine")
    assert [row.number for row in note.versions.all()] == [1]  # undone with the refusal


def test_adopted_rows_know_their_pair_and_author_without_a_query(
    pair, mentor, mentee, note, django_assert_num_queries
):
    services.save_version(note, by=mentee, base=1, title="Plan", text="four")
    versions = list(NoteVersion.objects.select_related("note").order_by("number"))

    with django_assert_num_queries(0):
        adopted = pair.adopt(versions)
        authors = [version.author for version in adopted]
        pairs = [version.note.mentorship for version in adopted]

    assert authors == [mentor, mentee]
    assert all(one is pair for one in pairs)


def test_an_author_who_is_neither_of_the_two_is_looked_up(pair, note, stranger):
    NoteVersion.objects.update(author=stranger)

    [version] = pair.adopt(list(NoteVersion.objects.select_related("note")))

    assert version.author == stranger


def test_two_texts_from_one_beginning_are_put_together(pair, note, mentor, mentee):
    services.save_version(note, by=mentee, base=1, title="Our plan", text="one\ntwo\nthree\nfour")
    mine = {"title": "Plan", "text": "zero\none\ntwo\nthree"}

    both = merged(note, note.versions.first(), base=1, mine=mine)

    assert both["title"] == "Our plan"
    assert {"zero", "one", "four"} <= set(both["text"].split("\n"))


def test_a_note_begins_with_its_first_version_whatever_came_after(note, mentee):
    services.save_version(note, by=mentee, base=1, title="Other", text="four")

    assert begun_with(note, title="Plan", text="one\ntwo\nthree")
    assert not begun_with(note, title="Other", text="four")
