"""What a room adds to the handover: its part of the file of settings, and what the programme does by itself.

A part says what it exports, how it reads what another programme exported, and what differs from what was shipped.
Nothing in it leads to a person.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from mentoring.lib.registry.base import Hooks, Registry


class SettingsMoved(Exception):
    """Somebody has changed the same settings since the file was read. Nothing was imported."""


@dataclass(frozen=True)
class ImportPlan:
    """What importing a part would do. `problems` say what cannot be taken in and where; with one, nothing is.

    `changes` say what would be different, a sentence each; `apply(by)` does it for a coordinator, in the transaction
    of the caller, and raises SettingsMoved.
    """

    problems: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    apply: Callable[[Any], None] = lambda by: None


@dataclass(frozen=True)
class SettingsPart:
    """One part of the file, under `name`.

    export() -> what JSON knows; read(data) -> ImportPlan; changed() -> (what, value here, value as shipped), in words.
    """

    name: str
    title: Any
    export: Callable[[], Any]
    read: Callable[[Any], ImportPlan]
    changed: Callable[[], Iterable[tuple[str, str, str]]]
    order: int = 0


SETTINGS_PARTS: Registry[SettingsPart] = Registry()
# () -> (when, what), in words: what the programme does by itself in the course of a year.
PROGRAMME_YEAR = Hooks()


def settings_part(name: str, title: Any, *, export, read, changed, order: int) -> SettingsPart:
    """Declare a part of the file of settings."""
    return SETTINGS_PARTS.add(name, SettingsPart(name, title, export, read, changed, order))
