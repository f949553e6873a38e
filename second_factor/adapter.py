"""How django-allauth's passkeys and codes do things here."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from second_factor import seeds
from second_factor.staff_marks import of_this_site


class MFAAdapter(DefaultMFAAdapter):
    """Seeds are sealed, passkeys belong to one domain for both sites, and what staff set up counts there alone."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That didn’t work. Please check and try again."),
    }

    def encrypt(self, text):
        """Sealed (second_factor.seeds)."""
        return seeds.seal_seed(text)

    def decrypt(self, encrypted_text):
        """In clear, or CannotOpen."""
        return seeds.open_seed(encrypted_text)

    def is_mfa_enabled(self, user, types=None):
        """Whether anything of these types counts on the site that asks."""
        if user.is_anonymous:
            return False
        mine = of_this_site(Authenticator.objects.filter(user_id=user.pk))
        return mine.filter(type__in=types or Authenticator.Type.values).exists()

    def get_totp_issuer(self):
        """What the app shows."""
        return settings.ASSOCIATION_NAME

    def build_totp_svg(self, url):
        """Drawn by the template (second_factor.qr): no picture of the secret is put into an address."""
        return ""

    def get_public_key_credential_rp_entity(self):
        """One domain for the member and the staff site. Changed, it makes every passkey useless."""
        return {"id": settings.PASSKEY_DOMAIN, "name": settings.ASSOCIATION_NAME}

    def generate_authenticator_name(self, user, type):
        """What stands in the field; the member may write something else."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        if not count:
            return pgettext("the name of a first passkey", "My passkey")
        return gettext("Passkey {number}").format(number=count + 1)
