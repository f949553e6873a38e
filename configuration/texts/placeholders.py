"""Placeholders of a sentence: `%(name)s` in the catalogues, `{name}` for coordinators."""

import re

FOR_GETTEXT = re.compile(r"%\((\w+)\)s")
SHOWN = re.compile(r"\{(\w+)\}")


def with_braces(message):
    """A message as coordinators read it."""
    return FOR_GETTEXT.sub(r"{\1}", message).replace("%%", "%")


def for_gettext(text):
    """A text that passed its checks, as templates fill it in."""
    return SHOWN.sub(r"%(\1)s", text)


def names_in(text):
    """The placeholders of a text as coordinators read it, as a set of names."""
    return set(SHOWN.findall(text))
