"""Changed texts as plain data, for another copy of the program: given out, and taken in with the same checks."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from configuration.models import TextChange, TextKey, TextKind
from configuration.policies import TITLES
from configuration.policies.checks import checked_markdown
from configuration.services.texts import newest_number, save_texts
from configuration.texts.checks import checked_sentence
from configuration.texts.kinds import TEXT_CHECKS
from configuration.texts.sentences import sentence
from configuration.texts.words import LANGUAGES as WORD_LANGUAGES
from configuration.texts.words import checked_word, checked_words, groups_of

LANGUAGES = dict(settings.LANGUAGES)
KEYS = ("kind", "name", "language", "source", "form")
FIELDS = {*KEYS, "text"}


def export_texts():
    """[{kind, name, language, source, form, text}] of all texts that are not as installed, in a fixed order."""
    changes = TextChange.objects.holding().filter(text__isnull=False)
    return [
        {**{key: getattr(change, key) for key in KEYS}, "text": change.text}
        for change in changes.order_by(*KEYS)
    ]


def checked_texts(entries):
    """{TextKey: text} of what `export_texts` gave.

    ValidationError with all that is wrong, each message with the number of its entry from 1.
    """
    if not isinstance(entries, list):
        raise ValidationError(_("Texts: expected a list, in square brackets."))
    texts, errors = {}, []
    for number, entry in enumerate(entries, 1):
        try:
            key, text = _checked(entry)
            texts[key] = text
        except ValidationError as error:
            errors += [_at(number, message) for message in error.messages]
    errors = errors or [_at(_place(entries, key), wrong) for key, wrong in _of_words(texts)]
    if errors:
        raise ValidationError(errors)
    return texts


def import_texts(entries, *, by):
    """Take in what `export_texts` gave; returns how many texts were changed. What is not in it stays.

    ValidationError as of `checked_texts`; then nothing is changed.
    """
    return save_texts(checked_texts(entries), by=by, seen=newest_number(TextChange.objects.all()[:1]))


def _at(number, message):
    return _("Entry %(number)d: %(message)s") % {"number": number, "message": message}


def _place(entries, key):
    """Where the first word of this language stands."""
    return next(
        number
        for number, entry in enumerate(entries, 1)
        if entry["kind"] == TextKind.WORD and entry["language"] == key.language
    )


def _checked(entry):
    """(TextKey, text) of one entry; ValidationError for what cannot be one."""
    if not isinstance(entry, dict) or set(entry) != FIELDS:
        fields = ", ".join(sorted(FIELDS))
        raise ValidationError(_("An entry has these fields and no others: %s.") % fields)
    form = entry["form"]
    if not all(isinstance(entry[field], str) for field in FIELDS - {"form"}) or type(form) is not int:
        raise ValidationError(_("“form” is a whole number. All other fields are texts."))
    key = TextKey(**{name: entry[name] for name in KEYS})
    checks = {TextKind.MAIL: _mail, TextKind.POLICY: _policy, TextKind.WORD: _word}
    check = checks.get(key.kind) or TEXT_CHECKS.get(key.kind)
    if check is None:
        raise ValidationError(_("“%s” is no kind of text that is known here.") % key.kind)
    return key, check(key, entry["text"])


def _mail(key, text):
    current = sentence(key.name, key.source)
    known = current and key.language in LANGUAGES and key.form in current.forms(key.language)
    if not known:
        raise ValidationError(_("The emails here do not have this sentence: “%s”.") % key.source)
    return checked_sentence(text, current, key.language, key.form)


def _policy(key, text):
    if key.name not in TITLES or key.language not in LANGUAGES or key.source or key.form:
        raise ValidationError(_("There is no policy “%(name)s” here.") % {"name": key.name})
    return checked_markdown(text)


def _word(key, text):
    forms = [form for group in groups_of(key.language) for form in group]
    if key.language not in WORD_LANGUAGES or key.name not in forms or key.source or key.form:
        raise ValidationError(_("The word “%(name)s” cannot be changed here.") % {"name": key.name})
    if not checked_word(text):
        raise ValidationError(_("Write a text."))
    return checked_word(text)


def _of_words(texts):
    """(key of a word, what is wrong) with the words of a language together."""
    by_language = {}
    for key, text in texts.items():
        if key.kind == TextKind.WORD:
            by_language.setdefault(key.language, {})[key.name] = text
    for language, words in by_language.items():
        for form, wrong in checked_words(words, language):
            yield TextKey(TextKind.WORD, form, language), wrong
