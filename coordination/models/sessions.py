"""The staff site's own sessions: its login reaches no other, and no other process reaches these."""

from django.contrib.sessions.base_session import AbstractBaseSession


class StaffSession(AbstractBaseSession):
    """Who is signed in at the staff site, sealed under the SECRET_KEY of its process."""

    @classmethod
    def get_session_store_class(cls):
        """Where Django finds the store of a row."""
        from coordination.staff_sessions import SessionStore

        return SessionStore
