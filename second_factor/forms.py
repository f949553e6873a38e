"""django-allauth's forms: codes as they were pasted, passkeys of this very site alone, odd answers refused."""

from contextlib import contextmanager

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _
from fido2.utils import websafe_decode
from fido2.webauthn import CollectedClientData

from mentoring.lib.text import SingleLineField
from profiles import sign_in_log
from profiles.forms.account import CodeField
from profiles.sign_ups import members_of
from second_factor.codes import authenticator_of_code, use_up
from second_factor.staff_marks import counts_here, is_staff_site

MOST_PASSKEYS = 10
LONGEST_ANSWER = 20_000  # characters of a browser's answer
HERE = _("Six digits from your authenticator app, or one of your recovery codes.")
NAME = {"label": _("Name"), "max_length": 60}


def code_field(help_text=""):
    """Where a code is typed; phones show digits, and offer what an app has just shown."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    return CodeField(label=_("Code"), help_text=help_text, max_length=40, widget=widget)


@contextmanager
def refusals_logged(means):
    """What is refused meanwhile stands in the log, by its means alone."""
    try:
        yield
    except forms.ValidationError:
        sign_in_log.refused(means)
        raise


class CodeForm:
    """A code of this site's authenticators, counted before it is looked at."""

    def clean_code(self):
        """ValidationError for too many tries, and for a code that is wrong or used up."""
        with refusals_logged("code of a second factor"):
            return self._used_up_code()

    def _used_up_code(self):
        clear_limit = check_rate_limit(self.user)
        self.authenticator = authenticator_of_code(self.user, self.cleaned_data["code"])
        if not self.authenticator:
            raise get_adapter().validation_error("incorrect_code")
        self.authenticator.user = self.user
        clear_limit()
        return self.cleaned_data["code"]


class AuthenticateForm(CodeForm, base.AuthenticateForm):
    """The second step of signing in."""

    code = code_field(HERE)


class ReauthenticateForm(CodeForm, base.ReauthenticateForm):
    """Before something important changes."""

    code = code_field(HERE)


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """The first code of a new authenticator app. It does not sign in as well."""

    code = code_field(_("The six digits that your app shows now."))

    def clean_code(self):
        code = super().clean_code()
        if not use_up(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


@contextmanager
def odd_answers_refused():
    """What no browser sends is no passkey: the libraries raise whatever they stumble over."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, DatabaseError):
        raise get_adapter().validation_error("incorrect_code") from None


def check_origin(answer):
    """Made for this very site: another page of the same domain may not ask for it and hand it on."""
    with odd_answers_refused():
        origin = CollectedClientData(websafe_decode(answer["response"]["clientDataJSON"])).origin
    if origin != (settings.STAFF_URL if is_staff_site() else settings.SITE_URL):
        raise get_adapter().validation_error("incorrect_code")


class AnswerField(forms.JSONField):
    """What the browser answers, put into the form by its script."""

    widget = forms.HiddenInput

    def to_python(self, value):
        """Judged by its length before it is parsed."""
        if isinstance(value, str) and len(value) > LONGEST_ANSWER:
            raise get_adapter().validation_error("incorrect_code")
        try:
            return super().to_python(value)
        except RecursionError:
            raise get_adapter().validation_error("incorrect_code") from None

    def bound_data(self, data, initial):
        """Never back into the page: an answer works once."""
        return


class PasskeyForm:
    """A passkey that counts on this site, used here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credential"] = AnswerField()

    def clean_credential(self):
        """ValidationError for whatever is not that."""
        with refusals_logged("passkey"):
            check_origin(self.cleaned_data["credential"])
            with odd_answers_refused():
                authenticator = super().clean_credential()
            if not counts_here(authenticator):
                raise get_adapter().validation_error("incorrect_code")
        return authenticator


class AuthenticateWebAuthnForm(PasskeyForm, webauthn.AuthenticateWebAuthnForm):
    """The second step of signing in."""


class ReauthenticateWebAuthnForm(PasskeyForm, webauthn.ReauthenticateWebAuthnForm):
    """Before something important changes."""


class LoginWebAuthnForm(PasskeyForm, webauthn.LoginWebAuthnForm):
    """Signing in with a passkey and nothing else."""

    def clean_credential(self):
        """On the staff site for staff alone, by the same answer as a passkey that is nobody's."""
        authenticator = super().clean_credential()
        user = authenticator.user
        if is_staff_site() and not (user.is_staff and user in members_of(user.email)):
            sign_in_log.refused("passkey")
            raise get_adapter().validation_error("incorrect_code")
        return authenticator


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Every key is a passkey: it signs in alone, so the device always asks who holds it (trap 4)."""

    name = SingleLineField(
        required=False, help_text=_("So that you can tell it apart later, such as “Work laptop”."), **NAME
    )
    credential = AnswerField()
    passwordless = None

    def clean_credential(self):
        check_origin(self.cleaned_data["credential"])
        return self.cleaned_data["credential"]

    def clean(self):
        mine = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.WEBAUTHN)
        if mine.count() >= MOST_PASSKEYS:
            raise forms.ValidationError(
                _("You already have as many passkeys as one account can hold. Remove one first.")
            )
        with odd_answers_refused():
            return super().clean()


class EditPasskeyForm(webauthn.EditWebAuthnForm):
    """Another name."""

    name = SingleLineField(**NAME)
