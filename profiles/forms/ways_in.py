"""The ways into an account by mail: for an address that its member has confirmed, and for no other."""

from allauth.account.forms import RequestLoginCodeForm as AllauthRequestLoginCodeForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm

from profiles.sign_ups import members_of


class RequestLoginCodeForm(AllauthRequestLoginCodeForm):
    """A code that signs in. The answer is the same for every address (P14)."""

    def clean_email(self):
        """To nobody who has not shown that the address is theirs: they get the mail that strangers get."""
        email = super().clean_email()
        self._user = next(iter(members_of(email)), None)
        return email


class ResetPasswordForm(AllauthResetPasswordForm):
    """A link that sets a password."""

    def clean_email(self):
        """As for a code."""
        email = super().clean_email()
        self.users = members_of(email)
        return email
