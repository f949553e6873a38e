"""Policies on the staff site: one page for each policy and language."""

from functools import partial

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _

from configuration.admin import pages
from configuration.forms.policies import PolicyForm
from configuration.models import TextKind
from configuration.policies import TITLES
from configuration.policies.versions import PolicyVersion
from configuration.services.texts import holding_texts


def urls(model_admin, wrap):
    """The addresses of these pages."""
    return [
        path("policies/", wrap(policy_list, model_admin), name="policy_text_list"),
        path("policies/<slug:language>/<slug:name>/", wrap(policy_text, model_admin), name="policy_text"),
    ]


def policy_list(model_admin, request):
    """The policies, and in which languages their text has been changed."""
    pages.only_coordinators(model_admin, request)
    changed = {
        (change.name, change.language)
        for change in holding_texts(kind=TextKind.POLICY).values()
        if change.text is not None
    }
    policies = [
        (name, title, [(code, label, (name, code) in changed) for code, label in pages.LANGUAGES.items()])
        for name, title in TITLES.items()
    ]
    return pages.page(model_admin, request, "policy_list", _("Policies"), policies=policies)


def policy_text(model_admin, request, language, name):
    """The text of one policy in one language: preview, save, history."""
    pages.only_coordinators(model_admin, request)
    if language not in pages.LANGUAGES or name not in TITLES:
        raise Http404
    return pages.edit_text(
        model_admin,
        request,
        "policy_text",
        TITLES[name],
        form_of=partial(PolicyForm, name=name, language=language),
        preview_of=lambda form: PolicyVersion(name, language, form.previewed, 0, None).html,
        of={"kind": TextKind.POLICY, "name": name, "language": language},
    )
