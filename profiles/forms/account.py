"""django-allauth's forms, with addresses and codes cleaned before anything is looked up by them."""

import unicodedata

from allauth.account import forms as allauth
from django import forms

from mentoring.lib.addresses import AddressField
from profiles import sign_in_log
from profiles.sign_ups import members_of


class CleanedAddress:
    """Every address field of the form is an `AddressField`, with its label and widget as they were."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.EmailField):
                self.fields[name] = _address_field(field)


def _address_field(field):
    return AddressField(
        label=field.label, help_text=field.help_text, required=field.required, widget=field.widget
    )


class CodeField(forms.CharField):
    """A code as it was pasted: only its letters and numbers count, full-width ones too."""

    def to_python(self, value):
        """Without dashes, spaces and what cannot be seen."""
        return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", super().to_python(value))))


class LoginForm(CleanedAddress, allauth.LoginForm):
    """Sign in with a password."""


class RequestLoginCodeForm(CleanedAddress, allauth.RequestLoginCodeForm):
    """Ask for a code by mail. The answer is the same for every address (P14)."""

    def clean_email(self):
        """A code for an address that its member has confirmed; others get the mail that strangers get."""
        email = super().clean_email()
        self._user = next(iter(members_of(email)), None)
        return email


class ResetPasswordForm(CleanedAddress, allauth.ResetPasswordForm):
    """Ask for a link to set a new password."""

    def clean_email(self):
        """As for a code."""
        email = super().clean_email()
        self.users = members_of(email)
        return email


class ChangeEmailForm(CleanedAddress, allauth.AddEmailForm):
    """Ask for another address."""


class CleanedCode:
    """The code of the form is a `CodeField`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        self.fields["code"] = CodeField(label=field.label, widget=field.widget)

    def clean_code(self):
        """As django-allauth does it. One that is wrong stands in the log."""
        try:
            return super().clean_code()
        except forms.ValidationError:
            sign_in_log.refused("mailed code")
            raise


class ConfirmLoginCodeForm(CleanedCode, allauth.ConfirmLoginCodeForm):
    """Type the code with which to sign in."""


class ConfirmEmailCodeForm(CleanedCode, allauth.ConfirmEmailVerificationCodeForm):
    """Type the code that shows an address to be one's own."""
