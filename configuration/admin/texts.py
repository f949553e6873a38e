"""Texts of the programme on the staff site: the list is the history; each kind of text has its pages."""

from functools import partial, update_wrapper

from django.contrib import admin, messages
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from configuration.admin import mails, pages, policies, words
from configuration.models import TextChange, TextKind
from configuration.policies import TITLES
from configuration.services import ChangedMeanwhile
from configuration.services.texts import put_text_back
from configuration.texts.kinds import TEXT_PAGES
from mentoring.lib.admin import RestrictedModelAdmin

PAGES = (mails, policies, words)
AS_INSTALLED = _("as installed")
WITHDRAWN = _("withdrawn")  # a document
LONGEST_IN_LIST = 200


@admin.register(TextChange)
class TextChangeAdmin(RestrictedModelAdmin):
    """Who changed which text, and the ways to the pages where texts are changed."""

    list_display = ("made_at", "which", "language", "old_text", "new_text", "made_by_name")
    fields = readonly_fields = list_display
    list_display_links = None
    list_filter = ("kind", "language")
    list_select_related = ("made_by",)
    change_list_template = "admin/configuration/texts.html"

    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {**(extra_context or {}), "kinds": TEXT_PAGES.values()})

    def add_view(self, request, form_url="", extra_context=None):
        """Texts are changed on their own pages."""
        return redirect("admin:configuration_textchange_changelist")

    @admin.display(description=_("text"))
    def which(self, change):
        return format_html('<a href="{}">{}</a>', page_of(change), title_of(change))

    @admin.display(description=_("old text"))
    def old_text(self, change):
        return _short(change.before)

    @admin.display(description=_("new text"))
    def new_text(self, change):
        return _short(change.text)

    @admin.display(description=_("changed by"))
    def made_by_name(self, change):
        return change.made_by.name

    def get_urls(self):
        kinds = (*PAGES, *TEXT_PAGES.values())
        ours = [address for kind in kinds for address in kind.urls(self, self._page)]
        return [
            *ours,
            path("<int:pk>/put-back/", self._page(put_back, self), name="text_put_back"),
            *super().get_urls(),
        ]

    def _page(self, view, *args):
        return self.admin_site.admin_view(update_wrapper(partial(view, *args), view))


def put_back(model_admin, request, pk):
    """Undo the newest change of a text, and show its page."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    pages.only_coordinators(model_admin, request)
    change = get_object_or_404(TextChange, pk=pk)
    try:
        put_text_back(change, by=request.user)
        messages.success(request, _("The old text is back."))
    except ChangedMeanwhile as error:
        messages.error(request, str(error))
    return redirect(page_of(change))


def _short(text):
    if text == "":
        return WITHDRAWN
    return AS_INSTALLED if text is None else Truncator(text).chars(LONGEST_IN_LIST)


def page_of(change):
    """The address where a text is changed."""
    if change.kind == TextKind.MAIL and mails.sentences(change.name):
        return reverse("admin:mail_texts", args=[change.language, change.name])
    if change.kind == TextKind.POLICY and change.name in TITLES:
        return reverse("admin:policy_text", args=[change.language, change.name])
    if change.kind == TextKind.WORD and change.language in words.LANGUAGES:
        return reverse("admin:word_text", args=[change.language])
    if change.kind in TEXT_PAGES:
        return TEXT_PAGES[change.kind].page_of(change)
    return reverse("admin:configuration_textchange_changelist")


def title_of(change):
    """What a text is called."""
    if change.kind == TextKind.MAIL and mails.sentences(change.name):
        return mails.mail_title(change.name)
    if change.kind in TEXT_PAGES:
        return TEXT_PAGES[change.kind].title_of(change)
    return TITLES.get(change.name, change.name)
