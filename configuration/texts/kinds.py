"""Kinds of texts that other rooms bring along: how one is checked, and where it is changed on the staff site."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mentoring.lib.registry.base import Registry

# {kind: (TextKey, text) -> the text in one form}; ValidationError for what cannot be one. Declared in `hooks.py`.
TEXT_CHECKS: Registry[Callable] = Registry()


@dataclass(frozen=True)
class TextPages:
    """The pages of one kind. A room declares them in its `admin.py`, which only the staff site reads.

    `urls(model_admin, wrap)` are their addresses, `page_of(change)` is where a TextChange is made, `title_of(change)`
    what its text is called; `index` names the route of the list, and `label` is what leads to it.
    """

    urls: Callable
    page_of: Callable
    title_of: Callable
    index: str
    label: Any


TEXT_PAGES: dict[str, TextPages] = {}
