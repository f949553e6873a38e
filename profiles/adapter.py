"""How django-allauth does things here: mails through the outbox, names from the sign-up form."""

import uuid
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_login_redirect_url
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mail.declarations import declaration_of
from mentoring.lib.client_address import client_address
from mentoring.lib.links import member_link as link
from profiles import known_browsers, sign_in_log
from profiles.models import Member
from profiles.passwords import normalized_password
from profiles.sign_ups import gave_address_here, remember_here


class AccountAdapter(DefaultAccountAdapter):
    """Every account mail is a mail like any other."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "Wait a few minutes, then try again. There have been too many attempts."
        ),
    }

    def send_mail(self, template_prefix, email, context):
        """Post the mail `<room>/<name>` (notifications): the prefix begins with the app, and ends with the name."""
        room, name = ROOMS[template_prefix.partition("/")[0]], template_prefix.rpartition("/")[2]
        known = Member.objects.filter(email__iexact=email).first()
        declaration_of(f"{room}/{name}").post(
            to=known if known and known.is_active else None,
            address=email,
            language=get_language() or settings.LANGUAGE_CODE,
            context={
                **{key: context[key] for key in KEYS if key in context},
                **{key: _on_member_site(context[key]) for key in ADDRESSES if key in context},
                "email": email,
                "sign_in": link("account_login"),
                "join": link("account_signup"),
            },
            occasion=f"{room}-{name}-{uuid.uuid4().hex}",
        )

    def pre_authenticate(self, request, **credentials):
        """As django-allauth counts tries. Too many stand in the log."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            sign_in_log.refused("too many attempts")
            raise

    def _get_login_attempts_cache_key(self, request, **credentials):
        """By the account alone. django-allauth adds the name of the site as the request says it, port and all."""
        return credentials.get("email", "").lower()

    def login(self, request, user):
        """Sign in, and tell the member if it was from a browser that their account has not used."""
        first = user.last_login is None
        super().login(request, user)
        known_browsers.greet(request, user, first=first)

    def post_login(self, request, user, *, redirect_url, signup, **kwargs):
        """On the staff site without the signal that puts the session into the members' list, where it is not."""
        if settings.PROCESS != "staff":
            return super().post_login(request, user, redirect_url=redirect_url, signup=signup, **kwargs)
        return redirect(get_login_redirect_url(request, redirect_url))

    def get_client_ip(self, request):
        """What limits of tries are counted by, and what stands in the list of sessions."""
        return client_address(request)

    def save_user(self, request, user, form, commit=True):
        """Take the names from the form; the rest is allauth's."""
        user.name = form.cleaned_data.get("name", "")
        user.preferred_name = form.cleaned_data.get("preferred_name", "")
        return super().save_user(request, user, form, commit)

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        """Mail a code, to be typed in the browser that has just joined, signed in or given another address."""
        remember_here(request, emailconfirmation.email_address.user)
        super().send_confirmation_mail(request, emailconfirmation, signup)

    def confirm_email(self, request, email_address):
        """Not if somebody else has joined with the address since: the password would be theirs."""
        if gave_address_here(request, email_address.user):
            return super().confirm_email(request, email_address)
        messages.error(
            request, _("Someone else has started to join with this address since. Please join again.")
        )
        return False

    def get_email_verification_redirect_url(self, email_address):
        """Where a confirmed address leads; an unconfirmed one to the same page once more."""
        return super().get_email_verification_redirect_url(email_address) if email_address.verified else ""

    def clean_password(self, password, user=None):
        """Judge the form that will be hashed: full-width letters do not make a weak password strong."""
        super().clean_password(normalized_password(password), user)
        return password

    def get_from_email(self):
        """The programme's own address (settings)."""
        return


# The beginning of a prefix of django-allauth: the room that declares its mails.
ROOMS = {"account": "account", "mfa": "second_factor"}
KEYS = ("code", "key", "username")
ADDRESSES = ("password_reset_url", "signup_url")


def _on_member_site(url):
    """The same page of the member site: allauth makes addresses from the Host of whoever asks."""
    parts = urlsplit(url)
    return settings.SITE_URL + urlunsplit(("", "", parts.path, parts.query, ""))
