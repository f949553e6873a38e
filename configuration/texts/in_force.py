"""The changed texts in memory, for whoever renders a mail or a page; and those that no longer fit."""

from collections import defaultdict

from django.core.exceptions import ValidationError

from configuration.models import TextChange, TextKind
from configuration.services.history import Kept
from configuration.texts.checks import checked_sentence
from configuration.texts.placeholders import for_gettext
from configuration.texts.sentences import sentence


def texts_of_mail(kind, language):
    """{(msgid, plural form): text} of the sentences of a mail that hold in this language."""
    return MAIL_TEXTS.get().get((kind, language), {})


def unusable_texts():
    """TextChanges of mails that hold and no longer fit the templates: the shipped text is used instead."""
    return [change for change in _of_mails() if not _fits(change)]


def _fits(change):
    """Whether the templates still have the sentence, and can fill in what is in the text."""
    current = sentence(change.name, change.source)
    if current is None or change.form not in current.forms(change.language):
        return False
    try:
        checked_sentence(change.text, current, change.language, change.form)
    except ValidationError:
        return False
    return True


def _of_mails():
    return TextChange.objects.holding().filter(kind=TextKind.MAIL, text__isnull=False)


def _read_mail_texts():
    texts = defaultdict(dict)
    for change in _of_mails():
        if _fits(change):
            texts[change.name, change.language][change.source, change.form] = for_gettext(change.text)
    return dict(texts)


MAIL_TEXTS = Kept(_read_mail_texts, {})
