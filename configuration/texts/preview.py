"""A mail as it would read, with invented people: every sentence, those for other occasions beside each other."""

from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from configuration.texts.arrangement import Choice, arrangement
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
        "paired": True,
        "title": _("An example of a milestone"),
        "said": _("What would you do differently the next time?"),
    }


def preview_mail(kind, texts, language):
    """{"subjects", "paragraphs"} of [(sentence, plural form, text)] of a kind of mail, filled in, in this language.

    Each is a list of {"texts"}, the forms of one sentence, and of {"branches"}: lists of the same, of which an email
    has one; a single branch is there or not.
    """
    filled = {}
    with translation.override(language):
        values = invented_values()
        for each, form, text in texts:
            key = each.source, each.plural
            filled.setdefault(key, []).append(filled_in(text, each, form, language, values))
    return {
        "subjects": _arranged(arrangement(f"emails/{kind}/subject.txt"), filled),
        "paragraphs": _arranged(arrangement(f"emails/{kind}/body.txt"), filled),
    }


def _arranged(parts, filled):
    shown = []
    for part in parts:
        if isinstance(part, Choice):
            branches = [_arranged(branch, filled) for branch in part.branches]
            if branches := [branch for branch in branches if branch]:
                shown.append({"branches": branches})
        elif part in filled:
            shown.append({"texts": filled[part]})
    return shown


def filled_in(text, sentence, form, language, values):
    """One text with invented values in place of its placeholders."""
    number = sentence.forms(language).get(form)
    values = values | ({"n": str(number)} if number else {})
    return SHOWN.sub(lambda match: str(values[match[1]]), text)
