"""Who a session belongs to, and how long a sign-in takes."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password

from profiles.models import Member
from profiles.passwords import password_forms


class MemberBackend(AuthenticationBackend):
    """django-allauth's, with the one question that every request asks asked fast."""

    def get_user(self, user_id):
        """The member, if they may sign in still."""
        member = Member.objects.get_fast(user_id)
        return member if member and self.user_can_authenticate(member) else None

    def _mitigate_timing_attack(self, password):
        """As many hashes for an unknown address as for a known one with a wrong password (P14)."""
        for form in password_forms(password):
            make_password(form)
