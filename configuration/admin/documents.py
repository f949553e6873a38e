"""Documents on the staff site: the list, a new one, one page for each document and language. A room says which kind."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from configuration.admin import pages
from configuration.documents import changing
from configuration.documents.catalogue import OWN, SPELLED_FROM, WITHDRAWN, Documents, languages_for
from configuration.forms.documents import DocumentForm, NewDocumentForm
from configuration.services import ChangedMeanwhile
from configuration.services.texts import holding_texts
from configuration.texts.kinds import TEXT_PAGES, TextPages
from mentoring.lib.pages import show_refusal


@dataclass(frozen=True)
class DocumentPages:
    """The pages of one kind of document.

    `label` is what they are called together, `add_label` the way to a new one, `about` and `help_text` say what they
    are and how one is written, `withdrawn` what withdrawing one does; `preview(text)` is HTML.
    """

    documents: Documents
    label: Any
    add_label: Any
    about: Any
    help_text: Any
    withdrawn: Any
    preview: Any

    def register(self):
        """Put them onto the staff site."""
        kind = self.documents.kind
        TEXT_PAGES[kind] = TextPages(
            self.urls, self.page_of, self.title_of, f"admin:{kind}_text_list", self.label
        )

    def urls(self, model_admin, wrap):
        """The addresses of these pages."""
        kind = self.documents.kind
        name = "<slug:name>"
        return [
            path(f"{kind}/", wrap(self.show_list, model_admin), name=f"{kind}_text_list"),
            path(f"{kind}/new/", wrap(self.show_new, model_admin), name=f"{kind}_text_new"),
            path(f"{kind}/{name}/offered/", wrap(self.change_offered, model_admin), name=f"{kind}_offered"),
            path(f"{kind}/<slug:language>/{name}/", wrap(self.show_text, model_admin), name=f"{kind}_text"),
        ]

    def show_list(self, model_admin, request):
        """All of them, whether they are offered, and in which languages their text has been changed."""
        pages.only_coordinators(model_admin, request)
        holding = holding_texts(kind=self.documents.kind)
        names = (*self.documents.slugs, *changing.added_names(self.documents))
        listed = [self._listed(name, holding) for name in names]
        new = reverse(f"admin:{self.documents.kind}_text_new")
        return self._page(model_admin, request, "document_list", self.label, listed=listed, new=new)

    def show_text(self, model_admin, request, language, name):
        """The text of one document in one language: preview, save, history."""
        pages.only_coordinators(model_admin, request)
        if language not in pages.LANGUAGES or not self.documents.is_name(name):
            raise Http404
        form_of = partial(
            DocumentForm, documents=self.documents, help_text=self.help_text, name=name, language=language
        )
        return pages.edit_text(
            model_admin,
            request,
            "document_text",
            self._title(name, holding_texts(kind=self.documents.kind, name=name)),
            form_of=form_of,
            preview_of=lambda form: form.previewed and self.preview(form.previewed),
            of={"kind": self.documents.kind, "name": name, "language": language},
            added=name.startswith(OWN),
            documents=self,
            index=self._index,
        )

    def show_new(self, model_admin, request):
        """A document of the association's own."""
        pages.only_coordinators(model_admin, request)
        data = request.POST if request.method == "POST" else None
        initial = {"language": get_language()}
        form = NewDocumentForm(data, documents=self.documents, help_text=self.help_text, initial=initial)
        if form.is_valid() and "preview" not in data:
            with show_refusal(changing.TooMany, ChangedMeanwhile, form=form):
                language, text = form.cleaned_data["language"], form.cleaned_data["text"]
                name = changing.add_document(self.documents, text, language=language, by=request.user)
                messages.success(request, _("Saved. It takes effect within a few seconds."))
                return redirect(self._address("text", language, name))
        preview = self.preview(form.cleaned_data["text"]) if form.is_bound and not form.errors else None
        return self._page(
            model_admin,
            request,
            "document_new",
            self.add_label,
            status=422 if form.errors else 200,
            form=form,
            preview=preview,
            unsaved=True,
        )

    def change_offered(self, model_admin, request, name):
        """Withdraw a document, or offer it again."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        pages.only_coordinators(model_admin, request)
        if not self.documents.is_name(name):
            raise Http404
        with show_refusal(ChangedMeanwhile, request=request):
            if "again" in request.POST:
                changing.offer_again(self.documents, name, by=request.user)
                messages.success(request, _("Members can find it again within a few seconds."))
            else:
                changing.withdraw(self.documents, name, by=request.user)
                messages.success(request, self.withdrawn)
        return redirect(self._index)

    def page_of(self, change):
        """The address where a document is changed."""
        return self._address("text", change.language, change.name)

    def title_of(self, change):
        """What a document is called, or was."""
        return self._title(change.name, holding_texts(kind=self.documents.kind, name=change.name))

    @property
    def _index(self):
        return reverse(f"admin:{self.documents.kind}_text_list")

    def _address(self, page, *args):
        return reverse(f"admin:{self.documents.kind}_{page}", args=args)

    def _page(self, model_admin, request, template, title, **context):
        return pages.page(model_admin, request, template, title, documents=self, index=self._index, **context)

    def _listed(self, name, holding):
        texts = {code: self._text(name, code, holding) for code in pages.LANGUAGES}
        return {
            "title": self._title(name, holding),
            "is_offered": any(texts.values()),
            "offered_url": self._address("offered", name),
            "languages": [
                (self._address("text", code, name), label, self._is_changed(name, code, holding))
                for code, label in pages.LANGUAGES.items()
            ],
        }

    def _is_changed(self, name, language, holding):
        change = holding.get(self.documents.key(name, language))
        return bool(change and change.text)

    def _text(self, name, language, holding):
        change, first = (
            holding.get(self.documents.key(name, code)) for code in (language, SPELLED_FROM.get(language))
        )
        if change and change.text is not None:
            return change.text
        is_replaced = first and first.text is not None
        return None if is_replaced else self.documents.shipped_text(name, language)

    def _title(self, name, holding):
        """As readers of the coordinator's language have it; of one that is withdrawn, as they had it."""
        for code in languages_for(get_language()):
            change = holding.get(self.documents.key(name, code))
            text = self._text(name, code, holding)
            if text == WITHDRAWN:
                text = change.before or self.documents.shipped_text(name, code)
            if text:
                return self.documents.title_of(text)
        return name
