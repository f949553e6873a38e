"""Texts of mails on the staff site: the list of mails, and one page for each mail and language."""

from collections import Counter
from functools import partial

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from configuration.admin import pages
from configuration.forms.mails import MailTextsForm
from configuration.models import TextKind
from configuration.services.texts import holding_texts, newest_number, save_texts
from configuration.texts.in_force import unusable_texts
from configuration.texts.preview import filled_in, invented_values, preview_mail
from configuration.texts.sentences import sentences
from mail.declarations import NOTIFICATIONS


def urls(model_admin, wrap):
    """The addresses of these pages."""
    return [
        path("emails/", wrap(mail_list, model_admin), name="mail_text_list"),
        path("emails/left-behind/", wrap(left_behind, model_admin), name="mail_text_left_behind"),
        path("emails/<slug:language>/<path:kind>/", wrap(mail_texts, model_admin), name="mail_texts"),
    ]


def mail_list(model_admin, request):
    """All mails by room, under their subject; `?changed=1` for those with a changed sentence."""
    pages.only_coordinators(model_admin, request)
    only_changed = request.GET.get("changed") == "1"
    changed = Counter(
        (change.name, change.language)
        for change in holding_texts(kind=TextKind.MAIL).values()
        if change.text is not None
    )
    rooms = {}
    for kind in sorted(NOTIFICATIONS.names()):
        languages = [_language(kind, language, changed) for language in pages.LANGUAGES]
        if not only_changed or any(language["count"] for language in languages):
            entry = {"title": mail_title(kind), "languages": languages}
            rooms.setdefault(_room_name(kind), []).append(entry)
    return pages.page(
        model_admin, request, "mail_list", _("Texts of emails"), rooms=rooms, only_changed=only_changed
    )


def mail_texts(model_admin, request, language, kind):
    """The sentences of one mail in one language: preview, save, history."""
    pages.only_coordinators(model_admin, request)
    if language not in pages.LANGUAGES or not sentences(kind):
        raise Http404
    return pages.edit_text(
        model_admin,
        request,
        "mail_texts",
        mail_title(kind),
        form_of=partial(MailTextsForm, kind=kind, language=language),
        preview_of=lambda form: preview_mail(kind, form.previewed, language),
        of={"kind": TextKind.MAIL, "name": kind, "language": language},
        other_english=pages.other_english(
            language, lambda other: reverse("admin:mail_texts", args=[other, kind])
        ),
    )


def left_behind(model_admin, request):
    """Sentences that no longer fit their mail: to be written again, or given up."""
    pages.only_coordinators(model_admin, request)
    changes = unusable_texts()
    if request.method == "POST":
        if changes:
            save_texts({change.key: None for change in changes}, by=request.user, seen=newest_number(changes))
        messages.success(request, _("Done. The installed texts are used again. Yours stay in the history."))
        return redirect("admin:mail_text_list")
    listed = [(change, _title_or_kind(change.name), _address(change)) for change in changes]
    return pages.page(model_admin, request, "left_behind", _("Sentences that no longer fit"), listed=listed)


def mail_title(kind):
    """What a mail is called on these pages: its subject, with an invented name."""
    subject = sentences(kind)[0]
    language = get_language() if get_language() in pages.LANGUAGES else settings.LANGUAGE_CODE
    form = next(iter(subject.forms(language)))
    text = subject.shipped(language, form)
    return filled_in(text, subject, form, language, invented_values())


def _title_or_kind(kind):
    return mail_title(kind) if sentences(kind) else kind


def _address(change):
    """Where the mail is changed; empty for a mail that is gone."""
    if not sentences(change.name):
        return ""
    return reverse("admin:mail_texts", args=[change.language, change.name])


def _language(kind, language, changed):
    return {
        "name": pages.LANGUAGES[language],
        "url": reverse("admin:mail_texts", args=[language, kind]),
        "count": changed[kind, language],
    }


def _room_name(kind):
    room = kind.partition("/")[0]
    return _("Signing in") if room == "account" else str(apps.get_app_config(room).verbose_name)
