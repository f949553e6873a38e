"""`SealedText(bound_to=(…))`: words of a mail that waits. They open for its occasion and its address alone.

A mail may hold a way into an account. Sealed under MAIL_KEY, it opens in no copy of the database and for no login;
written into another row, or sent to another address, it does not open either.
"""

from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from mentoring.lib.sealed import seal, unseal

PREFIX = "sealed:"


class SealedValue:
    """A text as the database holds it. Shows nothing of itself."""

    __slots__ = ("stored",)

    def __init__(self, stored):
        self.stored = stored

    def __repr__(self):
        return "<sealed>"

    def __eq__(self, other):
        return isinstance(other, SealedValue) and self.stored == other.stored

    def __hash__(self):
        return hash(self.stored)


class SealedFromDump(SealedValue):
    """Words out of a data dump: stored as they are, never opened on the way."""

    __slots__ = ()


class _Opened(DeferredAttribute):
    """The attribute: sealed until somebody reads it, plain text from then on."""

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        return self.field.open(instance, value) if type(value) is SealedValue else value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class SealedText(models.TextField):
    """A text that is sealed when its row is saved. `bound_to`: columns of the row that it opens for only."""

    descriptor_class = _Opened

    def __init__(self, *args, bound_to=(), **kwargs):
        self.bound_to = tuple(bound_to)
        kwargs.update(blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """With what it is bound to."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "bound_to": self.bound_to}

    def from_db_value(self, value, expression, connection):
        """Sealed, until somebody reads it."""
        return SealedValue(value) if value else ""

    def pre_save(self, row, add):
        """A value that was never opened goes back as it came."""
        value = row.__dict__.get(self.attname, "")
        if isinstance(value, SealedValue) or not value:
            return value
        return SealedValue(PREFIX + seal(value, **self._place(row)))

    def get_prep_value(self, value):
        """TypeError for words in a query: they would reach the database in clear."""
        if value and not isinstance(value, SealedValue):
            raise TypeError("Words of a mail are stored by saving its row, never by a query.")
        return value.stored if value else ""

    def to_python(self, value):
        """Sealed text comes back from a dump; everything else stays as it is."""
        is_sealed = isinstance(value, str) and value.startswith(PREFIX)
        return SealedFromDump(value) if is_sealed else value

    def value_from_object(self, obj):
        """What is there, unopened: a dump needs no key."""
        return obj.__dict__.get(self.attname, "")

    def value_to_string(self, row):
        """For a data dump: as it is stored."""
        value = row.__dict__.get(self.attname, "")
        return value.stored if isinstance(value, SealedValue) else ""

    def open(self, row, value):
        """The words again. CannotOpen (mentoring.lib.sealed) if they are not this row's."""
        return unseal(value.stored.removeprefix(PREFIX), **self._place(row))

    def _place(self, row):
        bound = [self.column, *(str(getattr(row, name)) for name in self.bound_to)]
        return {"secret": settings.MAIL_KEY, "purpose": "mail", "place": "\n".join(bound)}
