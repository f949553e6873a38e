"""The two places of private texts: a pair, and a member alone; and the keys of both."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from mentoring.lib.vault import envelope
from mentoring.lib.vault.rows import Confidential, KeyHolder, WrappedKey

__all__ = ["Alone", "Confidential", "DataKey", "KeyHolder", "OfOneMember", "Pair"]


class DataKey(WrappedKey):
    """The key of one author in one mentorship, one request, or alone."""

    by = envelope.PAIRS


class Pair(KeyHolder, models.Model):
    """Two people and a code: the place their private texts are bound to."""

    keys = DataKey

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

    @property
    def people(self):
        """{primary key: member} of the two."""
        return {self.mentor_id: self.mentor, self.mentee_id: self.mentee}

    def adopt(self, rows):
        """Let each confidential row of this pair know its pair and its author, without a query. Returns the rows.

            notes = mentorship.adopt(list(notes))

        All of them share one look at the keys then. What lies between a row and its pair (`pair_path`) should
        have been fetched. An author who is neither of the two (rows rewritten by hand) stays to be looked up.
        """
        people = self.people
        for row in rows:
            *between, last = row.pair_path.split("__")
            holder = row
            for step in between:
                holder = getattr(holder, step)
            setattr(holder, last, self)
            if row.author_id in people:
                row.author = people[row.author_id]
        return rows


class Alone(KeyHolder):
    """A place of one: what a member keeps for themselves."""

    keys = DataKey

    def __init__(self, member):
        self.code = member.code
        self.mentor_id = self.mentee_id = member.pk


class OfOneMember(Confidential):
    """A row whose texts are its `member`'s alone. Abstract: a subclass has the `member`."""

    written_by = "member"
    scope_path = "member__code"

    class Meta(Confidential.Meta):
        abstract = True

    @property
    def author_id(self):
        """The member alone."""
        return self.member_id

    @cached_property
    def pair(self):
        """The member, on both sides."""
        return Alone(self.member)
