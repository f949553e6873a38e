"""A mail as a row: written in the transaction of the change it tells of, then claimed, sent, marked."""

import uuid

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mail.declarations import topic_of
from mail.models.sealed_text import SealedText
from mail.topics import merge_topics
from mentoring.lib.signed import keyed_hash

DIGEST = "mail/digest"
# What a mail says: erased once it was sent or given up, and never for the staff site to read.
ERASED = dict.fromkeys(("subject", "text", "html", "calendar", "reply_to", "page"), "")

FOR = ("occasion", "address")  # what the words of a mail are sealed for


def occasion_hash(occasion):
    """What is stored of an occasion: it names a pair or a reader, and only has to be the same again."""
    return keyed_hash(occasion, salt="mail.occasion")


class OutgoingMailQuerySet(models.QuerySet):
    """What is to be sent, and who is sending it."""

    def of_occasion(self, occasion):
        """The mail of an occasion, as `post` was given it."""
        return self.filter(occasion=occasion_hash(occasion))

    def waiting(self):
        """Neither sent nor given up."""
        return self.filter(sent_at=None, dead_at=None)

    def held(self):
        """Waiting for the one mail a day of their reader (mail.outgoing.digest)."""
        return self.waiting().filter(due_at=None, inside=None)

    def claim(self, *, at, limit):
        """Take up to `limit` due mails for this caller alone, for the length of a lease.

        A claim that is not marked in time comes back: a killed process loses nothing.
        """
        claim = uuid.uuid4()
        due = self.waiting().filter(due_at__lte=at).order_by("due_at", "pk")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        with transaction.atomic():  # one statement
            self.filter(pk__in=due.values("pk")[:limit]).update(
                claim=claim, due_at=at + settings.OUTBOX_LEASE, attempts=models.F("attempts") + 1
            )
        return self.filter(claim=claim).order_by("pk")


class OutgoingMail(models.Model):
    """One mail to one address. Its words are rendered when it is written and erased once it is sent."""

    occasion = models.CharField(max_length=120, unique=True, editable=False)  # an occasion_hash
    kind = models.CharField(max_length=60, editable=False)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", editable=False
    )
    address = models.EmailField(_("address"), max_length=254, editable=False)
    subject = SealedText(bound_to=FOR)
    text = SealedText(bound_to=FOR)
    html = SealedText(bound_to=FOR)
    calendar = SealedText(bound_to=FOR)  # iCalendar, line ends and all
    reply_to = SealedText(bound_to=FOR)
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(  # null: it waits for the reader's one mail a day
        _("next try"), default=timezone.now, null=True, editable=False
    )
    page = SealedText(bound_to=FOR)  # where its link leads
    inside = models.ForeignKey(  # the mail of the day that it went into
        "self", models.SET_NULL, null=True, related_name="parts", editable=False
    )
    claim = models.UUIDField(null=True, db_index=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    dead_at = models.DateTimeField(_("given up"), null=True, editable=False)
    failed_address = models.EmailField(  # the address once more, if the mail was given up: for coordinators
        _("address that failed"), max_length=254, blank=True, editable=False
    )
    last_error = models.CharField(_("last error"), max_length=60, blank=True, editable=False)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("email")
        verbose_name_plural = _("emails")
        indexes = [
            models.Index(
                fields=["due_at", "id"], condition=models.Q(sent_at=None, dead_at=None), name="mail_due"
            )
        ]

    def __str__(self):
        return f"#{self.pk}"

    @property
    def topic(self):
        """What a member stops who stops this; None for what always comes. The mail of a day has those of its parts."""
        if self.kind != DIGEST:
            return topic_of(self.kind)
        topics = [topic for kind in self.parts.values_list("kind", flat=True) if (topic := topic_of(kind))]
        return merge_topics(topics) if topics else None
