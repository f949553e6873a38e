"""Every address of a site, filled in with the pair's own codes, or with others."""

import re

NOBODYS = "00000000-0000-4000-8000-000000000000"
ARGUMENT = re.compile(r"<(?:(\w+):)?(\w+)>")
ALIASES = {"own_note": "own", "request": "request", "letter": "letter"}


def addresses(world, site, *, codes=None, pk=None):
    """(name, path) of every route. `codes` in place of the pair's, `pk` in place of row numbers."""
    codes = world.codes if codes is None else codes
    for name, pattern, _names in world.facts[site]["routes"]:
        yield (
            name,
            "/" + filled(pattern, lambda arg, kind, p=pattern: value(world, codes, pk, p, arg, kind)),
        )


def value(world, codes, pk, pattern, name, kind):
    """What stands in one place of an address."""
    start = pattern.lstrip("^").split("/")[0]
    if name == "code":
        own = {"mentorships": "pair", "requests": "request"}.get(start)
        known = codes.get(own) if own else world.people["mentor"]["code"]
        return str(known or NOBODYS)
    if name in ("object_id", "pk") or kind == "int":
        return str(pk or row_of(world, pattern))
    if name in codes or ALIASES.get(name) in codes:
        return str(codes.get(name) or codes[ALIASES[name]])
    if kind == "uuid":
        return NOBODYS
    return {
        "kind": "kept",
        "name": "0" * 32,
        "size": "card",
        "uidb36": "1",
        "key": "no-such-key",
        "slug": "goals",
        "app_label": "profiles",
        "url": "nothing/at/all",
    }.get(name, "nothing")


def row_of(world, pattern):
    """A row that is there, for an address of the staff site: the mentee's wherever it can be."""
    for model, known in world.facts.get("staff", {}).get("admin", {}).items():
        if f"/{model}/" in f"/{pattern}":
            mentee = world.people["mentee"]["pk"]
            return mentee if mentee in known["rows"] or not known["rows"] else known["rows"][0]
    return 1


def filled(pattern, argument):
    """A pattern with its arguments: converters, and the groups of regular expressions."""
    text = ARGUMENT.sub(lambda m: argument(m[2], m[1] or "str"), _plain(pattern, argument))
    return re.sub(r"\\(.)|[\^$]", r"\1", text).rstrip("?")


def _plain(pattern, argument):
    """Named groups, brackets within brackets and all."""
    while "(?P<" in pattern:
        start = pattern.index("(?P<")
        depth, end = 0, start
        for end in range(start, len(pattern)):
            depth += {"(": 1, ")": -1}.get(pattern[end], 0)
            if depth == 0:
                break
        name, _, body = pattern[start + 4 : end].partition(">")
        words = re.fullmatch(r"\w+(?:\|\w+)+", body)
        chosen = body.split("|")[0] if words else argument(name, "str")
        pattern = pattern[:start] + chosen + pattern[end + 1 :]
    return pattern


def of_the_pair(world, codes=None):
    """(name, path) of every page of the pair and of its requests."""
    for name, path in addresses(world, "member", codes=codes):
        if path.startswith(("/mentorships/", "/requests/")) and path.count("/") > 2:
            yield name, path
