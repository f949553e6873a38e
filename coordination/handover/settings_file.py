"""The file of settings: what the rooms export, and what importing one would do. People are in no part of it."""

import json
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.registry.handover import SETTINGS_PARTS, ImportPlan, SettingsPart

FORMAT, VERSION = "mentoring-settings", 1
MOST_BYTES = 1_000_000
KNOWN = {"format", "version", "exported_on", "parts"}


class BadSettings(Exception):
    """A file that cannot be taken in. `args[0]` is a list of sentences, one for each problem."""


@dataclass(frozen=True)
class PartPlan:
    """A part of the file with what importing it would do."""

    part: SettingsPart
    plan: ImportPlan


def export_settings():
    """The file as text: JSON that people can read, with a line for each value."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "exported_on": timezone.localdate().isoformat(),
        "parts": {part.name: part.export() for part in SETTINGS_PARTS},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_settings(content):
    """The plans of a file (bytes), a PartPlan for each part that it has. BadSettings names every problem."""
    parts = _parts_of(_parsed(_decoded(content)))
    plans = [PartPlan(part, part.read(parts[part.name])) for part in SETTINGS_PARTS if part.name in parts]
    problems = [problem for each in plans for problem in each.plan.problems]
    if problems:
        raise BadSettings(problems)
    return plans


def changes_of(plans):
    """Everything that would be different, a sentence each."""
    return [change for each in plans for change in each.plan.changes]


@transaction.atomic
def import_settings(plans, *, by):
    """Do it, all or nothing. SettingsMoved if somebody has changed the same meanwhile. How many changes."""
    for each in plans:
        if each.plan.changes:
            each.plan.apply(by)
    return len(changes_of(plans))


def _decoded(content):
    if len(content) > MOST_BYTES:
        raise BadSettings([_("The file is larger than 1 MB.")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadSettings(
            [_("Line %(line)d is not UTF-8 text. Save the file as UTF-8.") % {"line": line}]
        ) from None


def _parsed(text):
    try:
        return json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        problem = _("This is not JSON: something is wrong in line %(line)d, column %(column)d.") % where
    except RecursionError:
        problem = _("This file has lists within lists, deeper than we can read.")
    except ValueError as error:
        problem = str(error)
    raise BadSettings([problem])


def _each_once(pairs):
    entry = dict(pairs)
    if len(entry) < len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(_("“%s” appears twice in the same place.") % max(names, key=names.count))
    return entry


def _parts_of(content):
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadSettings([_("This is not a file of settings: it has no “format” of “%s”.") % FORMAT])
    if content.get("version") != VERSION or isinstance(content["version"], bool):
        versions = {"found": content.get("version"), "ours": VERSION}
        raise BadSettings(
            [_("The file has version %(found)s; this programme reads version %(ours)s.") % versions]
        )
    parts = content.get("parts")
    if not isinstance(parts, dict):
        raise BadSettings([_("The file has no “parts”.")])
    unknown = [name for name in content if name not in KNOWN] + [
        name for name in parts if name not in SETTINGS_PARTS.names()
    ]
    if unknown:
        raise BadSettings([_("This programme knows no part called “%s”.") % name for name in unknown])
    return parts
