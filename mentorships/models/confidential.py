"""Rows with private texts: two people, a random key for each author, and nobody else."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from mentoring.lib.vault import cipher, envelope


class DataKey(models.Model):
    """The wrapped key of one author in one place. Deleting the row shreds what they wrote there."""

    scope = models.UUIDField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "author"], name="datakey_once")]

    def __str__(self):
        return f"Key {self.pk}"


class KeyHolder:
    """A place for private texts: has `code`, `mentor_id` and `mentee_id`, and knows its keys."""

    def data_key(self, author_id):
        """The author's key here (32 bytes), None if there is none. All keys come in one statement."""
        if not hasattr(self, "_wrapped"):
            rows = DataKey.objects.filter(scope=self.code).values_list("author_id", "wrapped")
            self._wrapped, self._keys = {pk: cipher.as_blob(blob) for pk, blob in rows}, {}
        if author_id not in self._keys and author_id in self._wrapped:
            self._keys[author_id] = envelope.unwrap(
                self._wrapped[author_id], scope=self.code, author=author_id
            )
        return self._keys.get(author_id)

    def data_key_for_writing(self, author_id):
        """The author's key here, made now if this is their first text."""
        key = self.data_key(author_id)
        if key is None:
            wrapped = envelope.wrap(envelope.new_key(), scope=self.code, author=author_id)
            DataKey.objects.get_or_create(
                scope=self.code, author_id=author_id, defaults={"wrapped": wrapped}
            )
            del self._wrapped
            key = self.data_key(author_id)
        return key


class Pair(KeyHolder, models.Model):
    """Two people and a code: the place their private texts are bound to."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    mentee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self):
        return f"{type(self).__name__} {self.pk}"

    def partner_of(self, member):
        """The other one of the two."""
        return self.mentee if member.pk == self.mentor_id else self.mentor


class Alone(KeyHolder):
    """A place of one: what a member keeps for themselves."""

    def __init__(self, member):
        self.code = member.code
        self.mentor_id = self.mentee_id = member.pk


class Confidential(models.Model):
    """A row with private texts by one author. Says to the vault where each of its texts belongs.

    A subclass has a `pair` (a `Pair`) and an `author_id`; `text = PrivateText()` is all it adds.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{type(self).__name__} {self.pk}"

    def vault_place(self, column):
        """The one place a text of this row opens in."""
        return cipher.Place(
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
