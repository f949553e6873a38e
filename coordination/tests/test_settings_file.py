"""Settings taken to another association: numbers and words, never people; all of a file or nothing (product 73)."""

import json

import pytest
from django.core.management import CommandError, call_command

from configuration.models import NumberChange
from coordination.handover.settings_file import (
    BadSettings,
    changes_of,
    export_settings,
    import_settings,
    read_settings,
)
from mentoring.lib.programme import numbers
from mentoring.lib.registry.handover import SETTINGS_PARTS, SettingsMoved
from profiles import vocabulary
from profiles.models import Term

pytestmark = pytest.mark.django_db


def exported(**parts):
    content = json.loads(export_settings())
    content["parts"] = parts or content["parts"]
    return content


def as_bytes(content):
    return json.dumps(content).encode()


def word(**more):
    return {"kind": "area", "slug": "kites", "label": "Kites", **more}


def test_what_is_exported_here_changes_nothing_here():
    assert changes_of(read_settings(export_settings().encode())) == []


@pytest.mark.any_database
def test_no_person_is_in_the_file(coordinator, mentor, mentee):
    text = export_settings()

    assert {part.name for part in SETTINGS_PARTS} == json.loads(text)["parts"].keys()
    for one in (coordinator, mentor, mentee):
        assert one.name not in text and one.email not in text and str(one.code) not in text


@pytest.mark.any_database
def test_numbers_and_words_come_in_with_their_history(coordinator):
    plans = read_settings(
        as_bytes(exported(numbers={"wish_days": 21, "request_reminder_days": [2, 5]}, vocabularies=[word()]))
    )
    assert len(changes_of(plans)) == 3 and not NumberChange.objects.exists()
    import_settings(plans, by=coordinator)

    assert (numbers().wish_days, numbers().request_reminder_days) == (21, (2, 5))
    assert vocabulary.words().name("area", "kites") == "Kites"
    assert {change.made_by for change in NumberChange.objects.all()} == {coordinator}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"numbers": {"wish_days": 1}}, "greater than or equal to 7"),
        ({"numbers": {"wish_days": "x"}}, "whole number"),
        ({"numbers": {"wish_days": {}}}, "expected a number"),
        ({"numbers": {"moon_days": 3}}, "moon_days"),
        ({"numbers": []}, "expected an object"),
        ({"numbers": {"request_reminder_days": [7, 3]}}, "smallest first"),
        ({"numbers": {"request_expiry_days": 5}}, "comes after"),
        ({"vocabularies": {}}, "expected a list"),
        ({"vocabularies": [word(slug="Not A Slug")]}, "short name"),
        ({"vocabularies": [word(kind="moon")]}, "no such vocabulary: moon"),
        ({"vocabularies": [word(label="")]}, "label has to be"),
        ({"vocabularies": [word(member="Amina")]}, "unknown field “member”"),
        ({"vocabularies": [word(position=-1)]}, "position"),
        ({"vocabularies": [word(synonyms="kite")]}, "list of texts"),
        ({"vocabularies": [word(related=["nowhere-at-all"])]}, "nowhere-at-all"),
        ({"vocabularies": [word(labels={"fr": 3})]}, "labels"),
        ({"vocabularies": [word(), word()]}, "stands twice"),
        ({"letters": {}}, "no part called “letters”"),
    ],
)
def test_what_cannot_be_taken_in_is_named_with_its_place(parts, said):
    with pytest.raises(BadSettings) as error:
        read_settings(as_bytes(exported(**parts)))

    assert said in " ".join(error.value.args[0])


def test_a_word_that_would_be_called_like_another_is_named():
    other = Term.objects.filter(kind="area", retired=False).first()
    with pytest.raises(BadSettings, match="would all be called"):
        read_settings(as_bytes(exported(vocabularies=[word(label=other.label.upper())])))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON: something is wrong in line 1"),
        (b"{", "line 1"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "not a file of settings"),
        (b'{"format": "mentoring-settings", "version": 2, "parts": {}}', "version 2"),
        (b'{"format": "mentoring-settings", "version": 1}', "no “parts”"),
        (b'{"format": "mentoring-settings", "format": "x"}', "stands twice"),
        (b"[" * 100_000, "deeper than"),
        (b" " * 1_000_001, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_none_is_refused(content, said):
    with pytest.raises(BadSettings) as error:
        read_settings(content)

    assert said in error.value.args[0][0]


def test_nothing_is_half_done(coordinator):
    """The words have been changed by somebody since: the numbers, which came first, do not come in either."""
    plans = read_settings(as_bytes(exported(numbers={"wish_days": 21}, vocabularies=[word()])))
    vocabulary.changed()
    with pytest.raises(SettingsMoved):
        import_settings(plans, by=coordinator)

    assert not NumberChange.objects.exists() and not Term.objects.filter(slug="kites").exists()


def test_the_command(tmp_path, coordinator, capsys):
    file = tmp_path / "settings.json"
    file.write_bytes(as_bytes(exported(numbers={"wish_days": 21})))
    call_command("import_settings", str(file), "--dry-run")
    assert "1 changes would be made" in capsys.readouterr().out and not NumberChange.objects.exists()
    with pytest.raises(CommandError, match="--by"):
        call_command("import_settings", str(file))
    call_command("import_settings", str(file), "--by", coordinator.email.upper())
    assert numbers().wish_days == 21

    file.write_bytes(b"{")
    for odd in (str(file), str(tmp_path), "no-such-file"):
        with pytest.raises(CommandError):
            call_command("import_settings", odd, "--dry-run")
