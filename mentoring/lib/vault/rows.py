"""Rows with private texts: where they stand, and who holds the keys to them. Abstract: apps fill them in."""

import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils import timezone

from mentoring.lib.vault import cipher, envelope
from mentoring.lib.vault.fields import PrivateText


class WrappedKey(models.Model):
    """The wrapped key of one author in one place. Deleting the row shreds what they wrote there."""

    scope = models.UUIDField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    by: envelope.Wrapping

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["scope", "author"], name="%(class)s_once")]

    def __str__(self):
        return f"Key {self.pk}"


class KeyHolder:
    """A place for private texts: has `code`, `mentor_id` and `mentee_id`, and knows its keys."""

    keys: type[WrappedKey]

    def data_key(self, author_id):
        """The author's key here (32 bytes), None if there is none. All keys come in one statement."""
        if not hasattr(self, "_wrapped"):
            rows = self.keys.objects.filter(scope=self.code).values_list("author_id", "wrapped")
            self._wrapped, self._opened = {pk: cipher.as_blob(blob) for pk, blob in rows}, {}
        if author_id not in self._opened and author_id in self._wrapped:
            self._opened[author_id] = envelope.unwrap(
                self._wrapped[author_id], scope=self.code, author=author_id, by=self.keys.by
            )
        return self._opened.get(author_id)

    def data_key_for_writing(self, author_id):
        """The author's key here, made now if this is their first text."""
        key = self.data_key(author_id)
        if key is None:
            wrapped = envelope.wrap(envelope.new_key(), scope=self.code, author=author_id, by=self.keys.by)
            self.keys.objects.get_or_create(
                scope=self.code, author_id=author_id, defaults={"wrapped": wrapped}
            )
            self.forget_keys()
            key = self.data_key(author_id)
        return key

    def forget_keys(self):
        """Read them again when one is next needed."""
        self.__dict__.pop("_wrapped", None)


def read_keys(places):
    """The wrapped keys of many places of one kind, in one statement."""
    found = {place.code: {} for place in places}
    if places:
        rows = places[0].keys.objects.filter(scope__in=list(found))
        for scope, author, blob in rows.values_list("scope", "author_id", "wrapped"):
            found[scope][author] = cipher.as_blob(blob)
    for place in places:
        place._wrapped, place._opened = found[place.code], {}


def codes_with_keys(places, keys):
    """The codes of those places (a queryset with a `code`) in which a key (of the model `keys`) is left."""
    left = keys.objects.filter(scope=models.OuterRef("code"))
    return list(places.filter(models.Exists(left)).values_list("code", flat=True))


class Confidential(models.Model):
    """A row with private texts by one author. Says to the vault where each of its texts belongs.

    A subclass has an `author_id` and a `pair` (a `KeyHolder`); `text = PrivateText()` is all it adds.
    `pair_path` is how a query reaches the pair from the row; "" means that the row is itself the pair.
    `dated` names the field with the moment it was written, `written_by` the one with its author, and
    `scope_path` leads a query to the code its keys are filed under, where that is not the pair's.
    """

    pair_path = "mentorship"
    dated = "written_at"
    written_by = "author"
    scope_path = ""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{type(self).__name__} {self.pk}"

    def save(self, **kwargs):
        """Seal and store, or refuse: CannotSeal if the author's account was closed in the meantime."""
        with transaction.atomic():
            if any(
                isinstance(self.__dict__.get(name), str) and self.__dict__[name]
                for name in self.private_columns()
            ):
                self._hold_author()
            super().save(**kwargs)

    @property
    def pair(self):
        """The place of its texts."""
        place = self
        for step in filter(None, self.pair_path.split("__")):
            place = getattr(place, step)
        return place

    def readable_by(self, member):
        """Whether this one of the two may read it. A draft, or a note for oneself, is its author's."""
        return member.pk in (self.pair.mentor_id, self.pair.mentee_id)

    @classmethod
    def path_to_scope(cls):
        """How a query reaches the code its keys are filed under."""
        return cls.scope_path or "__".join(filter(None, (cls.pair_path, "code")))

    @classmethod
    def private_columns(cls):
        """The names of its private texts."""
        return [field.name for field in cls._meta.fields if isinstance(field, PrivateText)]

    def _hold_author(self):
        """Closing an account waits for this row, or this row for the closing: never half and half."""
        people = get_user_model().objects.select_for_update(no_key=True)
        if not people.filter(pk=self.author_id, is_active=True).values_list("pk"):
            raise cipher.CannotSeal
        self.pair.forget_keys()

    def vault_place(self, column):
        """The one place a text of this row opens in."""
        return cipher.Binding(
            table=self._meta.db_table,
            column=column,
            scope=str(self.pair.code),
            row=str(self.code),
            author=self.author_id,
            mentor=self.pair.mentor_id,
            mentee=self.pair.mentee_id,
        )

    def vault_key(self):
        """The author's key, or None."""
        return self.pair.data_key(self.author_id)

    def vault_key_for_writing(self):
        """The author's key, made if need be."""
        return self.pair.data_key_for_writing(self.author_id)
