"""Settings taken to another association: numbers and words, never people; all of a file or nothing (product 73)."""

import json

import pytest
from django.core.management import CommandError, call_command

from configuration.models import NumberChange
from coordination.handover.settings_file import changes_of, export_settings, import_settings, read_settings
from coordination.tests.settings_files import as_bytes, exported, word
from mentoring.lib.programme import numbers
from mentoring.lib.registry.handover import SETTINGS_PARTS
from profiles import vocabulary

pytestmark = pytest.mark.django_db


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


def test_the_command(tmp_path, coordinator, capsys):
    """Fault F16."""
    file = tmp_path / "settings.json"
    file.write_bytes(as_bytes(exported(numbers={"wish_days": 21})))
    call_command("import_settings", str(file), "--dry-run")
    assert "1 changes would be made" in capsys.readouterr().out and not NumberChange.objects.exists()
    with pytest.raises(CommandError, match="--by"):
        call_command("import_settings", str(file))
    call_command("import_settings", str(file), "--by", f"{coordinator.email.upper()}\u200b")
    assert numbers().wish_days == 21

    file.write_bytes(b"{")
    for odd in (str(file), str(tmp_path), "no-such-file"):
        with pytest.raises(CommandError):
            call_command("import_settings", odd, "--dry-run")
