"""What a text of a mail may hold. It reaches people in our name, so a mistake in it is refused, with its place."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from configuration.texts.placeholders import SHOWN, names_in
from mentoring.lib.text import UNSEEN, tidy

SUBJECT_LENGTH = 120
SENTENCE_LENGTH = 1000
# An address, or what readers' programs may take for one.
ADDRESS = re.compile(r"://|\bwww[.。．｡]|\w[.。．｡]\w|@\w", re.IGNORECASE)
SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]*:(?=//)|\bjavascript:|\bdata:", re.IGNORECASE)


def checked_text(text, *, allowed, required, longest):
    """The text in one form, on one line. ValidationError with all that is wrong with it.

    A placeholder may not touch a web address: the text would carry a name to somebody else's server.
    """
    errors = [*_of_characters(text), *_of_placeholders(text, allowed, required), *_of_addresses(text)]
    text = re.sub(r"[ \t\r\n]+", " ", tidy(text))  # a space that does not break, as in French, stays
    if not text:
        errors.append(_("Write a text, or leave the field empty to use the text as installed."))
    if len(text) > longest:
        errors.append(
            _("Use at most %(most)d characters. There are %(count)d.") % {"most": longest, "count": len(text)}
        )
    if errors:
        raise ValidationError(errors)
    return text


def checked_sentence(text, sentence, language, form=0):
    """`checked_text` of one Sentence in a language and plural form."""
    return checked_text(
        text,
        allowed=sentence.allowed(),
        required=sentence.required(language, form),
        longest=SUBJECT_LENGTH if sentence.in_subject else SENTENCE_LENGTH,
    )


def _of_characters(text):
    if UNSEEN.search(text) or "\x00" in text:
        yield _("Remove the control characters. They cannot be seen, and do not belong in a text.")
    if re.search(r"[<>]", text):
        yield _("Write without “<” and “>”. The text cannot hold HTML.")
    if "%" in text:
        yield _("Write “per cent” in words. Put placeholders in braces, such as {name}.")
    if re.search(r"[{}]", SHOWN.sub("", text)):
        yield _("Close each brace, with one of the placeholders in it and no spaces, such as {name}.")


def _of_placeholders(text, allowed, required):
    for name in sorted(names_in(text) - allowed):
        known = ", ".join(f"{{{each}}}" for each in sorted(allowed)) or "–"
        yield _("{%(name)s} is not known here. You can use: %(known)s.") % {"name": name, "known": known}
    for name in sorted(required - names_in(text)):
        yield _("Add {%(name)s}. The text as installed has it.") % {"name": name}


def _of_addresses(text):
    for word in text.split():
        if SHOWN.search(word) and ADDRESS.search(SHOWN.sub("x", word)):
            yield _("Keep “%(word)s” apart: a placeholder cannot be part of a web address or touch one.") % {
                "word": word
            }
        elif SCHEME.search(word) and not _is_fine(word):
            yield _("Use a web address that begins with https:// instead of “%(word)s”.") % {"word": word}


def _is_fine(word):
    address = word.lstrip("(“\"'«¿¡")
    return address.startswith(("https://", settings.SITE_URL))
