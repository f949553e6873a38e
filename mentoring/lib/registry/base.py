"""A typed registry, filled by the rooms' own modules."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.utils.module_loading import autodiscover_modules

MODULES = ("privacy", "notifications", "hooks")
Entry = TypeVar("Entry")


class DeclaredTwice(Exception):
    """The same thing is declared a second time. The message names it."""


def discover() -> None:
    """Import `privacy`, `notifications` and `hooks` of every installed app. Needs every app to be loaded."""
    if not Registry.discovered:
        apps.check_models_ready()
        Registry.discovered = True
        autodiscover_modules(*MODULES)


class Registry(Generic[Entry]):
    """Entries by key. Read in the order of their `order`, then of INSTALLED_APPS."""

    discovered = False

    def __init__(self) -> None:
        self._entries: dict[Any, Entry] = {}

    def add(self, key: Any, entry: Entry) -> Entry:
        """Take in one entry. DeclaredTwice if its key is there already."""
        if key in self._entries:
            raise DeclaredTwice(str(key))
        self._entries[key] = entry
        return entry

    def get(self, key: Any) -> Entry | None:
        """The entry of a key, or None."""
        discover()
        return self._entries.get(key)

    def names(self) -> list:
        """All keys, in the order in which they were declared."""
        discover()
        return list(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        discover()
        return iter(sorted(self._entries.values(), key=lambda entry: getattr(entry, "order", 0)))

    def __len__(self) -> int:
        discover()
        return len(self._entries)


@dataclass(frozen=True)
class Hook:
    """A function that one room offers to another, and its place among others of its kind."""

    name: str
    call: Callable
    order: int = 0


class Hooks(Registry[Hook]):
    """Functions of one kind."""

    def register(self, *, order: int = 0, name: str = "") -> Callable:
        """Decorator for one of them: `@PAIR_PAGE.register(order=20)`. Lower numbers come first."""

        def keep(function: Callable) -> Callable:
            key = name or f"{function.__module__}.{function.__qualname__}"
            self.add(key, Hook(key, function, order))
            return function

        return keep

    def results(self, *args: Any, **kwargs: Any) -> Iterator:
        """What each returns for these arguments, in order; each is called when its result is wanted."""
        for hook in self:
            yield hook.call(*args, **kwargs)
