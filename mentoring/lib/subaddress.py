"""Addresses with a plus: one mailbox, and a part behind the plus that only its receiver knows."""

import re


def add_part(base, part):
    """`meetings+part@…` for `meetings@…`."""
    local, _at, domain = base.partition("@")
    return f"{local}+{part}@{domain}"


def matching_parts(base, shape, addresses):
    """Matches of what stands behind the plus, of the addresses (in small letters) that are of `base` and this shape."""
    local, _at, domain = map(re.escape, base.lower().partition("@"))
    pattern = re.compile(rf"{local}\+{shape}@{domain}")
    return [found for found in map(pattern.fullmatch, addresses) if found]
