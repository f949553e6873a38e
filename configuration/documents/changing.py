"""What coordinators do to documents: add one, withdraw one, offer it again. Changing one is `save_texts`."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from configuration.documents.catalogue import LANGUAGES, OWN, WITHDRAWN
from configuration.models import TextChange
from configuration.services.texts import holding_texts, newest_number, save_texts
from mentoring.lib.idempotency import recent_duplicate

LONGEST_NAME = 60


class TooMany(Exception):
    """There are as many documents as may be."""


def add_document(documents, text, *, language, by):
    """Add a document (its text passed the check); returns its name. TooMany, or ChangedMeanwhile."""
    mine = TextChange.objects.filter(kind=documents.kind, language=language, made_by=by)
    if again := recent_duplicate(mine.filter(name__startswith=OWN), "made_at", text=text):
        return again.name
    if len(_offered_names(documents)) >= documents.most_added:
        message = _("There are already %(n)d of your own. Withdraw one first.")
        raise TooMany(message % {"n": documents.most_added})
    name = _free_name(documents, documents.title_of(text))
    save_texts({documents.key(name, language): text}, by=by, seen=0)
    return name


def withdraw(documents, name, *, by):
    """Offer a document to nobody from now on, in any language."""
    holding = holding_texts(kind=documents.kind, name=name)
    written = [code for code in LANGUAGES if documents.shipped_text(name, code) is not None]
    written += [key.language for key, change in holding.items() if change.text is not None]
    values = {documents.key(name, code): WITHDRAWN for code in written}
    return save_texts(values, by=by, seen=newest_number(holding.values()))


def offer_again(documents, name, *, by):
    """Give a document that was withdrawn its texts back, in all languages."""
    holding = holding_texts(kind=documents.kind, name=name)
    values = {key: change.before for key, change in holding.items() if change.text == WITHDRAWN}
    return save_texts(values, by=by, seen=newest_number(holding.values()))


def added_names(documents):
    """The names of all documents that were ever added, in the order in which they were."""
    changes = TextChange.objects.filter(kind=documents.kind, name__startswith=OWN).order_by("pk")
    return list(dict.fromkeys(changes.values_list("name", flat=True)))


def _offered_names(documents):
    holding = holding_texts(kind=documents.kind, name__startswith=OWN)
    return {key.name for key, change in holding.items() if change.text}


def _free_name(documents, title):
    base = OWN + (slugify(title)[:LONGEST_NAME].strip("-") or "page")
    taken = set(added_names(documents))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in candidates if name not in taken)
