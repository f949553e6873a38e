"""Who a session belongs to."""

from allauth.account.auth_backends import AuthenticationBackend

from profiles.models import Member


class MemberBackend(AuthenticationBackend):
    """django-allauth's, with the one question that every request asks asked fast."""

    def get_user(self, user_id):
        """The member, if they may sign in still."""
        member = Member.objects.get_fast(user_id)
        return member if member and self.user_can_authenticate(member) else None
