"""Links that are a right in themselves: signed, each for one purpose (its salt), some for some days only.

Under a key that all processes share: the worker writes what the member site has to know again.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

MARK_LENGTH = 32  # hexadecimal digits: mail servers may write an address in small letters


def signer(salt):
    """Signs for ever."""
    return signing.Signer(key=settings.MAIL_KEY, sep=".", salt=salt)


def timestamp_signer(salt):
    """Signs together with the moment; ask for `max_age` (a timedelta) when reading."""
    return signing.TimestampSigner(key=settings.MAIL_KEY, sep=".", salt=salt)


def add_mark(number, *, salt, secret, length=MARK_LENGTH):
    """`number` (what stands in the database) followed by its mark (hexadecimal), which no copy of it can make."""
    mark = salted_hmac(salt, number, secret=secret, algorithm="sha256").hexdigest()
    return number + mark[:length]


def read_marked(marked, *, salt, secret, length=MARK_LENGTH):
    """The number again, or None for what was not marked with this secret."""
    number = marked[:-length]
    return (
        number
        if constant_time_compare(marked, add_mark(number, salt=salt, secret=secret, length=length))
        else None
    )


def keyed_hash(text, *, salt):
    """Names a text without telling it: the same for the same text, under the key that all processes share."""
    return salted_hmac(salt, text, secret=settings.MAIL_KEY, algorithm="sha256").hexdigest()
