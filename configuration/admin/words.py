"""What mentors and mentees are called, on the staff site: one page for each language."""

from functools import partial

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _

from configuration.admin import pages
from configuration.forms.words import WordsForm
from configuration.models import TextKind
from configuration.services.texts import holding_texts
from configuration.texts.words import LANGUAGES, samples


def urls(model_admin, wrap):
    """The addresses of these pages."""
    return [
        path("words/", wrap(word_list, model_admin), name="word_text_list"),
        path("words/<slug:language>/", wrap(word_text, model_admin), name="word_text"),
    ]


def word_list(model_admin, request):
    """The languages, and which of them have words of the association's own."""
    pages.only_coordinators(model_admin, request)
    words = {code: [] for code in LANGUAGES}
    for change in holding_texts(kind=TextKind.WORD).values():
        if change.text is not None and change.language in words:
            words[change.language].append(f"{change.name} → {change.text}")
    languages = [(code, name, sorted(words[code])) for code, name in LANGUAGES.items()]
    return pages.page(
        model_admin, request, "word_list", _("Words for mentors and mentees"), languages=languages
    )


def word_text(model_admin, request, language):
    """The words of one language: preview, save, history."""
    pages.only_coordinators(model_admin, request)
    if language not in LANGUAGES:
        raise Http404
    return pages.edit_text(
        model_admin,
        request,
        "word_text",
        _("Words in this language: %s") % LANGUAGES[language],
        form_of=partial(WordsForm, language=language),
        preview_of=lambda form: samples(form.words, language),
        of={"kind": TextKind.WORD, "language": language},
        english=language.startswith("en"),
    )
