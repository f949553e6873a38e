"""Mentors from a file: all of it, or nothing and every reason; taken in again, nobody twice."""

import json

import pytest
from django.core.management import CommandError, call_command

from directory.models import Listing
from profiles.models import Member, MentorProfile, Term
from profiles.vocabulary import DATA

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
GOOD = {
    "key": "rosa-lind",
    "name": "Rosa Lind",
    "time_zone": "Europe/Dublin",
    "country": "IE",
    "areas_of_practice": ["archives"],
    "bio": "I mend bindings.",
    "capacity": 2,
    "languages": ["en"],
    "availability": {"status": "open", "windows": ["weekends"]},
}


@pytest.fixture
def load(tmp_path, capsys):
    """Run the command on these entries; what it says."""

    def run(*entries, dry_run=False, raw=None):
        file = tmp_path / "mentors.json"
        raw = json.dumps({"mentors": entries}) if raw is None else raw
        file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        call_command("import_mentors", str(file), dry_run=dry_run)
        return capsys.readouterr().out.strip()

    return run


def refused(load, *entries, **how):
    with pytest.raises(CommandError) as error:
        load(*entries, **how)
    assert Member.objects.count() == 0
    assert "Nothing was changed." in str(error.value)
    return str(error.value)


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
    said = refused(
        load,
        GOOD,
        GOOD | {"key": "b", "name": ""},
        GOOD | {"key": "c", "library_type": "moon"},
        GOOD | {"key": "d", "capacity": 99, "time_zone": "Mars/Olympus"},
    )

    assert "Mentor 1" not in said
    for number, words in ((2, "name"), (3, "library_type"), (4, "capacity"), (4, "time_zone")):
        assert f"Mentor {number} " in said
        assert words in said


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
    assert "Mentor 1" in refused(load, GOOD | wrong)


@pytest.mark.parametrize("missing", ["availability", "languages", "country"])
def test_what_need_not_be_there_need_not_be_there(missing, load):
    for entry in ({k: v for k, v in GOOD.items() if k != missing}, GOOD | {missing: None, "key": "b"}):
        assert load(entry).startswith("1 mentors added")


def test_a_key_that_is_there_twice_is_said(load):
    assert "the key rosa-lind is there twice" in refused(load, GOOD, GOOD | {"key": "Rosa-Lind"})


@pytest.mark.parametrize(
    "raw", ["", "{", "[1, 2]", '{"mentors": 5}', '{"people": []}', '"text"', "null", "\ufffe"]
)
def test_what_is_no_list_of_mentors_is_said_in_few_lines(raw, load):
    assert refused(load, raw=raw).count("\n") <= 2


WHOLE = json.dumps([GOOD | {"name": "José Núñez"}], ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8"]
)
def test_a_file_is_taken_whichever_way_it_was_saved(encoding, load):
    assert load(raw=WHOLE.encode(encoding)).startswith("1 mentors added")
    assert Member.objects.get().name == "José Núñez"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (WHOLE.encode("cp1252"), 4),
        (WHOLE.encode("mac-roman"), 4),
        (WHOLE.encode("utf-16") + b"\x00\xd8", WHOLE.count("\n") + 1),
        ("[\n {},\n {'key': 1}]", 3),
        ('[{},\n{"name": "a\nb"}]', 2),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(raw, line, load):
    assert f", line {line}" in refused(load, raw=raw)


@pytest.mark.parametrize(
    "raw", ["[" * 200_000, '{"mentors": [{"key": ' + "9" * 5000 + "}]}", b"\x00", b"\xff\xfe"]
)
def test_what_json_itself_stumbles_at_is_refused_in_words(raw, load):
    assert "Traceback" not in refused(load, raw=raw)


def test_a_field_that_is_there_twice_is_named(load):
    assert "'name' stands twice in the entry 'a'" in refused(
        load, raw='[{"key": "a", "name": "b", "name": "c"}]'
    )


def test_only_the_entries_that_are_none_are_named(load):
    message = refused(load, raw=json.dumps([GOOD, "Rosa", GOOD, 5]))

    assert "mentor 2" in message and "mentor 4" in message and "mentor 1" not in message


@pytest.mark.parametrize("name", ["a\x00b", "."])
def test_what_is_no_name_of_a_file_is_said(name):
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("import_mentors", name)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_mentors", str(tmp_path / "nothing.json"))


def test_who_is_away_comes_in_out_of_the_list_and_who_is_full_without_room(load):
    load(
        GOOD | {"availability": {"status": "away"}},
        GOOD | {"key": "full", "availability": {"status": "full"}},
    )

    away, full = Listing.objects.order_by("pk")
    assert (away.listed, full.listed, full.room) == (False, True, 0)
