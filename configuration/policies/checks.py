"""What a text in Markdown may hold."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from mentoring.lib.text import UNSEEN, tidy

LONGEST = 20_000
# A tag, and not an address between angle brackets.
TAG = re.compile(r"<(?!https?:|mailto:)[a-z/!?][^>]*>", re.IGNORECASE)


def checked_markdown(text, *, longest=LONGEST):
    """The text in one form. ValidationError, with the line, for what cannot be published."""
    errors = []
    for number, line in enumerate(text.splitlines(), 1):
        if TAG.search(line):
            errors.append(_("Line %(line)d: write without HTML. Markdown is enough.") % {"line": number})
        if UNSEEN.search(line) or "\x00" in line:
            errors.append(_("Line %(line)d: remove the control characters.") % {"line": number})
    text = tidy(text)
    if not text:
        errors.append(_("Write a text."))
    if len(text) > longest:
        message = _("Use at most %(most)d characters. There are %(count)d.")
        errors.append(message % {"most": longest, "count": len(text)})
    if errors:
        raise ValidationError(errors)
    return text
