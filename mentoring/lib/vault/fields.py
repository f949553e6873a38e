"""`PrivateText()`: one line gives a model a text that only its two people can read.

The model says where it stands by three things (see `Confidential` in rows.py):
`vault_place(column)` its Place, `vault_key()` its author's data key (32 bytes, or None once it
is shredded), and `vault_key_for_writing()` the same, made if it is not there yet.
"""

import base64
import logging

from django.core.validators import ProhibitNullCharactersValidator
from django.db import models

from mentoring.lib.vault import cipher

logger = logging.getLogger("mentoring.vault")
DATA_KEY_NUMBER = 1
DUMPED = "sealed:"


class Sealed:
    """A text as the database holds it. Shows nothing of itself."""

    __slots__ = ("blob",)

    def __init__(self, blob):
        self.blob = blob

    def __repr__(self):
        return "<sealed>"


class FromDump(Sealed):
    """A text out of a data dump: stored as it is, never opened on the way."""

    __slots__ = ()


class _Words:
    """The attribute: sealed until somebody reads it, plain text from then on."""

    def __init__(self, field):
        self.field = field

    def __get__(self, row, owner=None):
        if row is None:
            return self
        value = row.__dict__.get(self.field.attname, "")
        return self.field.open(row, value) if type(value) is Sealed else value

    def __set__(self, row, value):
        row.__dict__[self.field.attname] = value


class PrivateText(models.BinaryField):
    """A text sealed on its way to the database. Empty texts are stored as nothing at all."""

    default_validators = [ProhibitNullCharactersValidator()]

    def __init__(self, *args, **kwargs):
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        """Put the attribute that opens on reading onto the model."""
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.attname, _Words(self))

    def from_db_value(self, value, expression, connection):
        """Sealed, until somebody reads it. Only NULL is no text: all else opens, or is refused."""
        return "" if value is None else Sealed(cipher.as_blob(value))

    def get_default(self):
        """No text."""
        return ""

    def pre_save(self, row, add):
        """The bytes to store. A value that was never opened goes back as it came."""
        value = row.__dict__.get(self.attname, "")
        if isinstance(value, Sealed):
            return value.blob
        if not value:
            return None
        return cipher.seal(
            value, key=row.vault_key_for_writing(), number=DATA_KEY_NUMBER, place=row.vault_place(self.column)
        )

    def get_prep_value(self, value):
        """Bytes only: a text in a query would reach the database in clear."""
        if isinstance(value, str):
            raise TypeError("A private text is stored by saving its row, never by a query.")
        return value.blob if isinstance(value, FromDump) else value

    def open(self, row, sealed):
        """The plain text, or CannotOpen: fails closed, and says which row in the log, never what."""
        try:
            key = row.vault_key()
            if key is None or cipher.number_of(sealed.blob) != DATA_KEY_NUMBER:
                raise cipher.CannotOpen
            return cipher.open_sealed(sealed.blob, key=key, place=row.vault_place(self.column))
        except (cipher.CannotOpen, ValueError):
            logger.warning("A text of %s %s cannot be opened.", row._meta.label, row.pk)
            raise cipher.CannotOpen from None

    def value_from_object(self, obj):
        """What is there, unopened: forms and dumps see `Sealed`, never words."""
        return obj.__dict__.get(self.attname) or None

    def value_to_string(self, obj):
        """For a data dump: the sealed bytes. A text not yet sealed is refused."""
        value = self.value_from_object(obj)
        if value and not isinstance(value, Sealed):
            raise TypeError("A private text that is not sealed cannot be dumped.")
        return DUMPED + base64.b64encode(value.blob).decode() if value else ""

    def to_python(self, value):
        """Sealed bytes come back from a dump; everything else stays as typed."""
        if isinstance(value, str) and value.startswith(DUMPED):
            return FromDump(base64.b64decode(value.removeprefix(DUMPED)))
        return value


def opened(instance, column):
    """A private text of a row, or None where it cannot be opened."""
    try:
        return getattr(instance, column)
    except cipher.CannotOpen:
        return None
