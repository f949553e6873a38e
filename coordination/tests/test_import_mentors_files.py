"""Files of mentors that are none: odd encodings, broken JSON, no file at all."""

import json

import pytest
from django.core.management import CommandError, call_command

from coordination.tests.mentor_files import GOOD, refused
from profiles.models import Member

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


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
    """Fault F15."""
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
