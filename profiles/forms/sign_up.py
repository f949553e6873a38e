"""Joining."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import get_language

from mentoring.lib.zones import UNIVERSAL
from profiles.forms.account import CleanedAddress
from profiles.forms.fields import (
    AdultField,
    BrowserTimeZoneField,
    NameField,
    PreferredNameField,
    TermsOfUseField,
)
from profiles.models import Member, PolicyAcceptance
from profiles.passwords import normalized_password
from profiles.sign_ups import blank_sign_up, has_account, remember_here
from profiles.signals import member_joined


class SignupForm(CleanedAddress, AllauthSignupForm):
    """A name, an address, a password, being an adult, and accepting the terms."""

    name = NameField()
    preferred_name = PreferredNameField()
    adult = AdultField()
    terms = TermsOfUseField()
    # What the browser says (static/js/time_zone.js); without script it stays empty.
    time_zone = BrowserTimeZoneField()
    field_order = ["name", "preferred_name", "email", "password1", "adult", "terms", "time_zone"]

    def clean(self):
        """A password that is not like the name either: django-allauth compares it with the address alone."""
        data = super().clean()
        if data.get("password1") and "name" in data:
            try:
                validate_password(normalized_password(data["password1"]), Member(name=data["name"]))
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return data

    def validate_unique_email(self, value):
        """What somebody else began with this address and never confirmed is in nobody's way."""
        email = super().validate_unique_email(value)
        self.account_already_exists = has_account(email)
        return email

    def try_save(self, request):
        """For a known address too, hash the password: the time taken must not tell (P14)."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def save(self, request):
        """The member, an adult as of now, and their zone. The browser is known again when they confirm."""
        begun = blank_sign_up(self.cleaned_data["email"])
        member = get_adapter().save_user(request, begun, self) if begun else super().save(request)
        PolicyAcceptance.objects.filter(member=member).delete()  # of whoever began with this address before
        member.adult_at, member.language = timezone.now(), _language()
        member.time_zone = self.cleaned_data["time_zone"]
        # A browser that hides where it is says UTC, too.
        member.time_zone_confirmed = member.time_zone != UNIVERSAL
        member.save(update_fields=["adult_at", "language", "time_zone", "time_zone_confirmed"])
        member_joined.send(sender=Member, member=member)
        remember_here(request, member)
        return member


def _language():
    """The language of the page they joined on: their first mail speaks it too."""
    return get_language() if get_language() in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
