"""Which sentences a mail has, read from its templates and those they include or extend."""

import ast
import re
from dataclasses import dataclass
from functools import cache

from django.template.loader import get_template
from django.utils.translation import trans_real
from django.utils.translation.template import templatize

from configuration.texts.placeholders import FOR_GETTEXT, names_in, with_braces
from mail.declarations import NOTIFICATIONS

PARTS = ("subject.txt", "body.txt", "body.html")
LITERAL = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"(?<= )(?:gettext|ngettext|_)\({LITERAL}(?:, {LITERAL}, count)?\)(?= )")
OTHERS = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
FORMAT = re.compile(r""":_\((?:"[^"]*"|'[^']*')\)""")  # `|date:_("j F")`: no sentence


@dataclass(frozen=True)
class Sentence:
    """One message of a mail's templates: what gettext is asked for, in one or two numbers."""

    source: str
    plural: str = ""
    in_subject: bool = False

    def forms(self, language):
        """{plural form: a number that takes it}; {0: None} for a sentence without numbers."""
        return plural_forms(language) if self.plural else {0: None}

    def shipped(self, language, form=0):
        """The text as installed, with the placeholders in braces."""
        translation = trans_real.translation(language)
        if not self.plural:
            return with_braces(translation.gettext(self.source))
        return with_braces(translation.ngettext(self.source, self.plural, self.forms(language)[form]))

    def allowed(self):
        """Names of the placeholders that the templates can fill in."""
        return names_in(with_braces(self.source)) | names_in(with_braces(self.plural))

    def required(self, language, form=0):
        """Names of those that have to be in the text: in a plural form, those that the text as installed has."""
        return names_in(self.shipped(language, form)) if self.plural else self.allowed()


@cache
def plural_forms(language):
    """{form: the smallest number from 1 that takes it} of a language, of numbers that come up."""
    plural = trans_real.translation(language).plural
    examples = {}
    for number in range(1, 200):
        examples.setdefault(plural(number), number)
    return examples


@cache
def sentences(kind):
    """The Sentences of a kind of mail, in the order in which they are read; () for a kind that is gone."""
    if NOTIFICATIONS.get(kind) is None:
        return ()
    entries = {}
    for part in PARTS:
        for source, plural in _messages(f"emails/{kind}/{part}"):
            if FOR_GETTEXT.sub("", source).strip(" :.,;"):
                entries.setdefault((source, plural), Sentence(source, plural, part == PARTS[0]))
    return tuple(entries.values())


def sentence(kind, source):
    """The Sentence of a kind with this message, or None: an upgrade may have changed it."""
    return next((each for each in sentences(kind) if each.source == source), None)


def _messages(name):
    source = FORMAT.sub("", get_template(name).template.source)
    for match in CALL.finditer(templatize(source)):
        yield ast.literal_eval(match[1]), ast.literal_eval(match[2]) if match[2] else ""
    for other in OTHERS.findall(source):
        yield from _messages(other)
