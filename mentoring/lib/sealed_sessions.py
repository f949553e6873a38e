"""Sessions in the database that only their own process can read (SESSION_ENGINE of the member site).

A session holds sign-in codes and who somebody is. Django signs it; here it is sealed under SECRET_KEY, for its own
key: it opens in no copy of the database, by no other login, and in no other session.
"""

import time

from django.conf import settings
from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

from mentoring.lib.first_row import first_row
from mentoring.lib.sealed import CannotOpen, seal, unseal

SIGNED_IN_AT = "signed_in_at"


def remember_moment(sender, request, **kwargs):
    """Signal: somebody has signed in. From this moment SESSION_LIFETIME is counted, whatever is done meanwhile."""
    request.session[SIGNED_IN_AT] = int(time.time())


def _is_over(content):
    return time.time() - content.get(SIGNED_IN_AT, time.time()) > settings.SESSION_LIFETIME


class SessionStore(db.SessionStore):
    """Django's, with sealed content. What does not open, or has lasted too long, is an empty session."""

    def encode(self, session_dict):
        """The content as it is stored."""
        return seal(self.serializer().dumps(session_dict).decode(), **self._place())

    def decode(self, session_data):
        """The content again."""
        try:
            content = self.serializer().loads(unseal(session_data, **self._place()).encode())
        except (CannotOpen, ValueError):
            return {}
        return {} if _is_over(content) else content

    def delete(self, session_key=None):
        """End a session without looking into it: the worker, which closes accounts, may not read any."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=key).delete()

    def _get_session_from_db(self):
        """The stored session, or None and no key.

        Raw SQL: a tenth of the work of a profile or of a pair's page went into building this one statement.
        """
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        statement = f"SELECT * FROM {self.model._meta.db_table} WHERE session_key = %s AND expire_date > %s"  # noqa: S608
        session = first_row(self.model, statement, [self.session_key, now])
        if session is None:
            self._session_key = None
        return session

    def _place(self):
        purpose = f"session in {self.model._meta.db_table}"
        return {"secret": settings.SECRET_KEY, "purpose": purpose, "place": self._get_or_create_session_key()}
