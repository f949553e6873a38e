"""Sessions of the staff site (its SESSION_ENGINE): in a table of their own, sealed like the member site's."""

from mentoring.lib import sealed_sessions


class SessionStore(sealed_sessions.SessionStore):
    """As the member site's, in another table."""

    @classmethod
    def get_model_class(cls):
        """The table."""
        from coordination.models import StaffSession

        return StaffSession
