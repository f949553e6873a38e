"""Mentors from a file: all of it, or nothing and every reason; taken in again, nobody twice."""

import pytest
from django.core.management import call_command

from coordination.tests.mentor_files import GOOD, refused
from directory.models import Listing
from profiles.models import Member, MentorProfile, Term
from profiles.vocabulary import DATA

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_the_sample_file_comes_in_whole_once(capsys):
    file = str(DATA.parent / "sample_mentors.json")
    call_command("import_mentors", file)
    call_command("import_mentors", file)

    assert (
        capsys.readouterr().out == "40 mentors added, 0 already there.\n0 mentors added, 40 already there.\n"
    )
    assert MentorProfile.objects.count() == Member.objects.count() == 40
    assert Listing.objects.filter(listed=True).count() == 39


def test_a_dry_run_says_what_would_be_and_changes_nothing(load):
    words = Term.objects.count()

    assert load(GOOD, dry_run=True) == "1 mentors would be added, 0 already there."
    assert (Member.objects.count(), Listing.objects.count(), Term.objects.count()) == (0, 0, words)


def test_what_was_changed_since_is_left_alone(load):
    load(GOOD)
    Member.objects.update(name="Rosa Newname")

    assert load(GOOD) == "0 mentors added, 1 already there."
    assert Member.objects.get().name == "Rosa Newname"


def test_every_bad_row_is_named_and_nothing_half_done(load):
    message = refused(
        load,
        GOOD,
        GOOD | {"key": "b", "name": ""},
        GOOD | {"key": "c", "library_type": "moon"},
        GOOD | {"key": "d", "capacity": 99, "time_zone": "Mars/Olympus"},
    )

    assert "Mentor 1" not in message
    for number, words in ((2, "name"), (3, "library_type"), (4, "capacity"), (4, "time_zone")):
        assert f"Mentor {number} " in message
        assert words in message


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": None},
        {"key": ""},
        {"key": "a b"},
        {"key": "é"},
        {"key": 7},
        {"key": "k" * 300},
        {"key": ["x"]},
        {"name": None},
        {"name": ["a"]},
        {"name": {"first": "Rosa"}},
        {"name": 7},
        {"name": True},
        {"name": "\ud800"},
        {"name": "n" * 101},
        {"name": "\u200b"},
        {"name": "\u3164"},
        {"bio": "\u2800 \u2060"},
        {"name": "a\x00b"},
        {"bio": ""},
        {"bio": "x" * 3001},
        {"areas_of_practice": []},
        {"areas_of_practice": "archives"},
        {"areas_of_practice": 5},
        {"areas_of_practice": ["moon"]},
        {"areas_of_practice": [["archives"]]},
        {"areas_of_practice": ["archives"] * 6},
        {"languages": "en"},
        {"languages": ["xx"]},
        {"languages": 5},
        {"mentor_roles": {"a": 1}},
        {"availability": "open"},
        {"availability": [1]},
        {"availability": {"windows": "weekends"}},
        {"capacity": "two"},
        {"capacity": None},
        {"country": "Eire"},
        {"country": ["IE"]},
        {"country": "\udfff"},
        {"bio": ["I mend", "bindings."]},
        {"city": {"name": "Sligo"}},
        {"capacity": True},
        {"capacity": [2]},
        {"capacity": float("inf")},
        {"capacity": float("nan")},
        {"capacity": 10**4000},
        {"work_from": 900},
        {"work_from": ["09:00"]},
        {"months_away": 7},
        {"months_away": "7"},
        {"months_away": [13]},
        {"months_away": [[7]]},
        {"months_away": [None]},
        {"taking_requests": "no"},
        {"availability": {"status": "opne"}},
        {"availability": {"status": ["open"]}},
        {"availability": {"note": ["a"]}},
        {"availability": {"windows": [{"a": 1}]}},
        {"mentor_roles": "coach"},
        {"mentor_roles": 5},
    ],
    ids=str,
)
def test_every_kind_of_wrong_row_is_refused_in_words(wrong, load):
    """Fault F15."""
    assert "Mentor 1" in refused(load, GOOD | wrong)


@pytest.mark.parametrize("missing", ["availability", "languages", "country"])
def test_what_need_not_be_there_need_not_be_there(missing, load):
    for entry in ({k: v for k, v in GOOD.items() if k != missing}, GOOD | {missing: None, "key": "b"}):
        assert load(entry).startswith("1 mentors added")


def test_a_key_that_is_there_twice_is_said(load):
    assert "the key rosa-lind is there twice" in refused(load, GOOD, GOOD | {"key": "Rosa-Lind"})


def test_who_is_away_comes_in_out_of_the_list_and_who_is_full_without_room(load):
    load(
        GOOD | {"availability": {"status": "away"}},
        GOOD | {"key": "full", "availability": {"status": "full"}},
    )

    away, full = Listing.objects.order_by("pk")
    assert (away.listed, full.listed, full.room) == (False, True, 0)
