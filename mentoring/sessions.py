"""Session cookies that a copy of the database cannot make.

The key of a session stands in the database, and whoever has it could put it into a cookie. So the
cookie carries the key with a signature under SECRET_KEY, which is in no database and no backup.
"""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.core import signing

SIGNER = "session-cookie"


def signed(key):
    """The value of a cookie for a session key."""
    return signing.Signer(salt=SIGNER).sign(key)


class SignedSessionMiddleware(SessionMiddleware):
    """Django's, with the cookie signed on its way out and checked on its way in."""

    def process_request(self, request):
        """Find the session. A key without its signature is none."""
        value = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        try:
            key = signing.Signer(salt=SIGNER).unsign(value)
        except signing.BadSignature:
            key = None
        request.session = self.SessionStore(key)

    def process_response(self, request, response):
        """Sign what Django sets."""
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and cookie.value:
            value = signed(cookie.value)
            cookie.set(cookie.key, value, value)
        return response
