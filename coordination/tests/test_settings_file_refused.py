"""A file of settings that cannot be taken in: all of it stays out, and each place is named (product 73)."""

import pytest

from configuration.models import NumberChange
from coordination.handover.settings_file import BadSettings, import_settings, read_settings
from coordination.tests.settings_files import as_bytes, exported, word
from mentoring.lib.registry.handover import SettingsMoved
from profiles import vocabulary
from profiles.models import Term

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"numbers": {"wish_days": 1}}, "7 or more"),
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
        ({"vocabularies": [word(), word()]}, "appears twice"),
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
        (b'{"format": "mentoring-settings", "format": "x"}', "appears twice"),
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
