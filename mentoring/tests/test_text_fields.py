"""Whatever people type into any form of ours is cleaned by one of the fields of `mentoring.lib.text`."""

import importlib
import pkgutil
from pathlib import Path

from allauth.account.fields import PasswordField, SetPasswordField
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.forms import UsernameField
from django.utils.module_loading import import_string

from mentoring.lib.addresses import AddressField
from mentoring.lib.text import MultiLineField, SingleLineField
from profiles.forms.account import CodeField
from profiles.models import Term


def rooms():
    return [app.name for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]


def all_forms():
    for room in rooms():
        for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            if not {"tests", "migrations"} & set(module.name.split(".")):
                importlib.import_module(module.name)
    return [form for form in _below(forms.BaseForm) if form.__module__.split(".")[0] in rooms()]


def _below(cls):
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)


def admin_forms(request):
    """Of every page of the staff site on which something can be typed."""
    for model, page in admin.site._registry.items():
        yield page.get_form(request, change=model is not Term)
        for inline in page.inlines:
            yield inline(model, admin.site).get_formset(request).form


# Addresses, passwords and codes have rules of their own.
NO_TEXT = (forms.EmailField, forms.JSONField, SetPasswordField, PasswordField, UsernameField, CodeField)
NAMED_APART = {
    ("StaffSignInForm", "password"),
    ("SignupForm", "username"),
    ("ConfirmLoginCodeForm", "code"),  # of these two the field is a CodeField once the form is made
    ("ConfirmEmailCodeForm", "code"),
}


def unclean(form):
    return [
        (form.__name__, name)
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField)
        and not isinstance(field, (SingleLineField, MultiLineField, *NO_TEXT))
        and (form.__name__, name) not in NAMED_APART
    ]


def test_every_text_of_every_form_is_cleaned():
    """Fault F6."""
    found = all_forms()

    assert len(found) > 40
    assert [name for form in found if hasattr(form, "base_fields") for name in unclean(form)] == []


def test_every_address_is_brought_to_one_spelling():
    """F16: also those of django-allauth, which are made when a form is."""
    account = {import_string(name) for name in settings.ACCOUNT_FORMS.values()}
    fields = [field for form in account for field in form().fields.values()]
    for form in set(all_forms()) - account:
        fields += getattr(form, "base_fields", {}).values()

    addresses = [field for field in fields if isinstance(field, forms.EmailField)]
    assert len(addresses) == 8
    assert all(isinstance(field, AddressField) for field in addresses)


def test_every_text_of_the_staff_site_is_cleaned(rf, coordinator):
    request = rf.get("/")
    request.user = coordinator
    request.user.is_superuser = True

    assert [name for form in admin_forms(request) for name in unclean(form)] == []
