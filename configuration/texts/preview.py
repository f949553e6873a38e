"""A mail as it would read, with invented people: every sentence of it, those for other occasions too."""

from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from configuration.texts.placeholders import SHOWN
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role

PERSON, SECOND_PERSON = "Robin Example", "Alex Example"
DAY = date(2030, 3, 14)


def invented_values():
    """{placeholder: value} in the language that is active."""
    day = date_format(DAY, _("j F"))
    return {
        "name": PERSON,
        "first": PERSON,
        "day": day,
        "last_day": day,
        "when": day,
        "minutes": "45",
        "n": "3",
        "zone": "Nairobi",
        "association": settings.ASSOCIATION_NAME,
        "reference": "2030-01",
        "reason": _("A reason that a coordinator has written."),
        "role": Role.COORDINATOR.label,
        "second": SECOND_PERSON,
        "what": ROLE_SENTENCES[Role.COORDINATOR],
        "browser": "Firefox",
        "provider_name": settings.ASSOCIATION_NAME,
        "programme": _("An example of a programme"),
        "title": _("An example of a milestone"),
        "said": _("What would you do differently the next time?"),
    }


def preview_mail(texts, language):
    """{"subjects", "paragraphs"} of [(sentence, plural form, text)], filled in, in this language."""
    with translation.override(language):
        values = invented_values()
        filled = [
            (each.in_subject, filled_in(text, each, form, language, values)) for each, form, text in texts
        ]
    return {
        "subjects": [text for in_subject, text in filled if in_subject],
        "paragraphs": [text for in_subject, text in filled if not in_subject],
    }


def filled_in(text, sentence, form, language, values):
    """One text with invented values in place of its placeholders."""
    number = sentence.forms(language).get(form)
    values = values | ({"n": str(number)} if number else {})
    return SHOWN.sub(lambda match: str(values[match[1]]), text)
