"""What stands on the page of the handover and in its file. Counts and ages, no member; who has a role, by name."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from coordination.backups import last_success
from coordination.to_do import waiting_lines
from mentoring.lib.registry.handover import PROGRAMME_YEAR, SETTINGS_PARTS
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role
from profiles.roles import people_with_roles, roles_of


@dataclass(frozen=True)
class OpenKind:
    """One kind of what waits: what the first page calls it, how many, and how long the oldest has waited."""

    label: str
    count: int
    oldest: str


def handover(coordinator, now):
    """{name: what the page shows}, in the language and zone that are active."""
    people = [(member, roles_of(member)) for member in people_with_roles()]
    return {
        "open_kinds": _open_kinds(coordinator, now),
        "settings_parts": [(part.title, list(part.changed())) for part in SETTINGS_PARTS],
        "roles": [
            (role.label, ROLE_SENTENCES[role], [member.name for member, held in people if role in held])
            for role in Role
        ],
        "year": [line for lines in PROGRAMME_YEAR.results() for line in lines],
        "places": _places(),
        "operator_contact": settings.OPERATOR_CONTACT,
        "association": settings.ASSOCIATION_NAME,
        "sites": [settings.SITE_URL, settings.STAFF_URL],
        "made_at": now,
    }


def _open_kinds(coordinator, now):
    kinds = {}
    for line in waiting_lines(coordinator, now):  # the oldest first
        kinds.setdefault(line.task.label, []).append(line.age)
    return [OpenKind(label, len(ages), ages[0]) for label, ages in kinds.items()]


def _places():
    """(what, where): places, never what is in them."""
    database = connection.settings_dict
    backup = last_success()
    elsewhere = _("set by %s for the member process; the staff site does not know it")
    return [
        (_("Database"), _database_in_words(database)),
        (_("Keys of private texts"), settings.CONFIDENTIAL_KEYRING or elsewhere % "CONFIDENTIAL_KEYRING"),
        (_("Keys of cases"), settings.CASE_KEYRING or elsewhere % "CASE_KEYRING"),
        (
            _("Key that rounds figures"),
            _("FIGURES_KEY in the environment of the worker, or the file “figures-key” in its folder"),
        ),
        (_("List of what was shredded"), settings.ERASURE_LIST),
        (_("Photos"), settings.PHOTO_BUCKET or str(settings.MEDIA_ROOT)),
        (_("Backups"), backup.place if backup and backup.place else _("not reported yet")),
    ]


def _database_in_words(database):
    if connection.vendor == "sqlite":
        return str(database["NAME"])
    host = database.get("HOST") or _("this machine")
    return _("PostgreSQL, “%(name)s” on %(host)s") % {"name": database["NAME"], "host": host}
