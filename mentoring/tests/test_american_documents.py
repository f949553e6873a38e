"""Americans read the handbook, the worksheets and the policies as they spell; a document that is missing is seen."""

import importlib

import pytest

from configuration.documents.catalogue import SPELLED_FROM
from configuration.models import TextKey
from configuration.policies.versions import policy_in_force
from configuration.services.texts import save_texts
from guidance.handbook.chapters import HANDBOOK

pytestmark = pytest.mark.any_database


@pytest.fixture
def documents(monkeypatch, settings):
    monkeypatch.syspath_prepend(settings.BASE_DIR / "scripts")
    return importlib.import_module("documents")


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "room" / "shipped"
    folder.mkdir(parents=True)
    for name in ("a.en-gb.md", "b.en-gb.md", "a.fr.md", "b.fr.md"):
        (folder / name).write_text("# The programme\n", encoding="utf-8")
    return folder


@pytest.fixture
def change(coordinator):
    """Save a text of a document as a coordinator does."""

    def save(kind, name, language, text):
        save_texts({TextKey(kind, name, language): text}, by=coordinator, seen=0)

    return save


@pytest.mark.parametrize(
    "text, here",
    [
        ("Your programme’s organisation", "Your program’s organization"),
        ("An adviser apologises to a neighbour", "An advisor apologizes to a neighbor"),
        ("A Counsellor, in counselling", "A Counselor, in counseling"),
        ("See [the programme](/guide/programme/)", "See [the program](/guide/programme/)"),
        (
            "[A programme elsewhere](https://x.example/programme/)",
            "[A programme elsewhere](https://x.example/programme/)",
        ),
        ("`programme` of {organisation}", "`programme` of {organisation}"),
        ("Select “Leave the programme”", "Select “Leave the program”"),
    ],
)
def test_only_our_own_words_are_spelled_anew(documents, text, here):
    assert documents.american_text(text) == here


def test_ours_are_whole_and_as_they_are_made(documents):
    assert list(documents.troubles()) == []
    assert len(documents.folders()) == 4


def test_what_is_missing_left_over_or_older_is_seen(documents, shipped, tmp_path):
    documents.write_american(tmp_path)
    assert list(documents.troubles(tmp_path)) == []

    (shipped / "b.fr.md").unlink()
    (shipped / "c.fr.md").write_text("# C")
    (shipped / "a.en-gb.md").write_text("# Another programme\n")

    assert list(documents.troubles(tmp_path)) == [
        "room/shipped/b.fr.md is missing",
        "room/shipped/c.fr.md has no c.en-gb.md",
        "room/shipped/a.en-us.md is older: run python scripts/catalogues.py --english",
    ]


def test_an_american_reads_the_american_text(db):
    text, language = HANDBOOK.text_for("agreement", "en-us")

    assert language == "en-us" and text == HANDBOOK.shipped_text("agreement", "en-us")
    assert SPELLED_FROM["en-us"] == "en-gb"


def test_who_changes_the_british_text_changes_the_american_one(change):
    """As it was before there were American files: nobody goes on reading what was replaced."""
    change("guide", "agreement", "en-gb", "Ours")

    assert HANDBOOK.text_for("agreement", "en-us") == ("Ours", "en-gb")
    assert HANDBOOK.unchanged_text("agreement", "en-us") == "Ours"

    change("guide", "agreement", "en-us", "For Americans")

    assert HANDBOOK.text_for("agreement", "en-us") == ("For Americans", "en-us")
    assert HANDBOOK.unchanged_text("agreement", "en-us") == "Ours"
    assert HANDBOOK.text_for("agreement", "en-gb") == ("Ours", "en-gb")


def test_what_was_withdrawn_in_british_is_withdrawn_in_american(change):
    change("guide", "agreement", "en-gb", "")

    assert HANDBOOK.text_for("agreement", "en-us") == ("", "en-gb")


def test_a_changed_policy_holds_for_americans(change):
    assert policy_in_force("terms", "en-us").language == "en-us"

    change("policy", "terms", "en-gb", "Our terms")

    assert policy_in_force("terms", "en-us").text == "Our terms"
    assert policy_in_force("terms", "es").text != "Our terms"
