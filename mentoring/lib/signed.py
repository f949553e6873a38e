"""Links that are a right in themselves: signed, each for one purpose (its salt), some for some days only.

Under a key that all processes share: the worker writes what the member site has to know again.
"""

from django.conf import settings
from django.core import signing


def signer(salt):
    """Signs for ever."""
    return signing.Signer(key=settings.MAIL_KEY, sep=".", salt=salt)


def timestamp_signer(salt):
    """Signs together with the moment; ask for `max_age` (a timedelta) when reading."""
    return signing.TimestampSigner(key=settings.MAIL_KEY, sep=".", salt=salt)
