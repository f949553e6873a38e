"""Way 35: sessions as Django keeps them, signed and legible."""

from django.contrib.sessions.backends import db

from mentoring.lib import sealed_sessions
from trials.leak.planted.switch import on


class SessionStore(sealed_sessions.SessionStore):
    """Sealed unless the leak is on; what was kept legible is read as such."""

    def encode(self, session_dict):
        """Django's own way, if the leak is on."""
        return db.SessionStore.encode(self, session_dict) if on(35) else super().encode(session_dict)

    def decode(self, session_data):
        """Whichever it is."""
        return super().decode(session_data) or db.SessionStore.decode(self, session_data)
