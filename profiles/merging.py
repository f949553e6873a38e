"""One word of a vocabulary goes into another: people find by both, and profiles say the one that stays."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.jobs import run_each
from profiles import vocabulary
from profiles.models import Term
from profiles.word_use import replace_word

CARRIED_FOR = timedelta(days=7)  # whoever has a form open meanwhile may save the old word once more


class CannotMerge(Exception):
    """These two are not made one. Says why."""


@transaction.atomic
def merge_terms(term, into):
    """Retire a word; it is found as another from now on, and the worker puts that into profiles. CannotMerge."""
    terms = {row.pk: row for row in Term.objects.select_for_update().filter(pk__in=(term.pk, into.pk))}
    gone, stays = terms[term.pk], terms[into.pk]
    if gone == stays or gone.kind != stays.kind:
        raise CannotMerge(_("Choose another word of the same vocabulary."))
    if stays.retired:
        raise CannotMerge(_("Choose a word that is still offered. This one is retired."))
    words = [*stays.synonyms.splitlines(), gone.label, *gone.synonyms.splitlines()]
    stays.synonyms = "\n".join(dict.fromkeys(word for word in words if word and word != stays.label))
    stays.save(update_fields=["synonyms"])
    gone.retired, gone.merged_into, gone.merged_at = True, stays.slug, timezone.now()
    gone.save(update_fields=["retired", "merged_into", "merged_at"])
    vocabulary.changed()


def carry_merged_words(now):
    """Put the word that stays into the profiles that say one that went. How many words had any left."""
    lately = Term.objects.filter(merged_at__gt=now - CARRIED_FOR).exclude(merged_into="")
    return run_each(lately, lambda term: replace_word(term.kind, term.slug, term.merged_into))
