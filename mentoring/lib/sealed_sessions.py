"""Sessions in the database that only their own process can read (SESSION_ENGINE of the member site).

A session holds sign-in codes and who somebody is. Django signs it; here it is sealed under SECRET_KEY, for its own
key: it opens in no copy of the database, by no other login, and in no other session.
"""

from django.conf import settings
from django.contrib.sessions.backends import db

from mentoring.lib.sealed import CannotOpen, seal, unseal


class SessionStore(db.SessionStore):
    """Django's, with sealed content. What does not open is an empty session."""

    def encode(self, session_dict):
        """The content as it is stored."""
        return seal(self.serializer().dumps(session_dict).decode(), **self._place())

    def decode(self, session_data):
        """The content again."""
        try:
            return self.serializer().loads(unseal(session_data, **self._place()).encode())
        except (CannotOpen, ValueError):
            return {}

    def delete(self, session_key=None):
        """End a session without looking into it: the worker, which closes accounts, may not read any."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=key).delete()

    def _place(self):
        purpose = f"session in {self.model._meta.db_table}"
        return {"secret": settings.SECRET_KEY, "purpose": purpose, "place": self._get_or_create_session_key()}
