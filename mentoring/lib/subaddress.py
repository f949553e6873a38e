"""Addresses with a plus: one mailbox, and a part behind the plus that only its receiver knows."""

import re


def add_part(base, part):
    """`meetings+part@…` for `meetings@…`."""
    local, _at, domain = base.partition("@")
    return f"{local}+{part}@{domain}"


def matching_parts(base, shape, addresses):
    """Matches of what stands behind the plus, of the addresses (in small letters) that are of `base` and this shape."""
    return [found for found in map(_pattern(base, shape).fullmatch, addresses) if found]


def find_parts(base, shape, text):
    """The addresses of `base` and this shape anywhere in a text in small letters."""
    return [found[0] for found in _pattern(base, shape).finditer(text)]


def _pattern(base, shape):
    local, _at, domain = map(re.escape, base.lower().partition("@"))
    return re.compile(rf"{local}\+{shape}@{domain}")
