"""What the mail room holds about people."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from mail.models import (
    ERASED,
    DigestSent,
    MailFrequency,
    OutgoingMail,
    Refusal,
    TopicSubscription,
    Undeliverable,
    Unsubscribe,
)
from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import DELETED, Rights, columns, declare, export_part, retention

# Whether and when mail goes out, and what failed: neither to whom, nor of what kind, nor on what occasion.
SHOWN_TO_STAFF = (
    "id",
    "written_at",
    "due_at",
    "attempts",
    "sent_at",
    "dead_at",
    "last_error",
    "failed_address",
    "inside_id",
)
A_MAIL = "a mail in the programme's name: whoever reads it is told something, and no account opens by it"

declare(
    OutgoingMail,
    owners=("to",),
    export="mails",
    leaving=DELETED,
    staff=Rights(read=SHOWN_TO_STAFF, insert=A_MAIL),
    worker=Rights(
        "SD",
        insert=A_MAIL,
        change=columns(
            *ERASED, why="words of a mail: written anew in the mail of the day, erased once it is sent"
        )
        | columns(
            *(
                "due_at",
                "inside_id",
                "claim",
                "attempts",
                "sent_at",
                "dead_at",
                "last_error",
                "failed_address",
            ),
            why="whether and when a mail goes out, and where it failed; never to whom it goes",
        ),
        only={"address": "''", "to_id": "NULL"},
    ),
)
declare(Unsubscribe, owners=("member",), export="stopped-mails", leaving=DELETED, staff="S", worker="SD")
declare(
    TopicSubscription, owners=("member",), export="stopped-mails", leaving=DELETED, staff="S", worker="SD"
)
declare(MailFrequency, owners=("member",), export="stopped-mails", leaving=DELETED, staff="S", worker="SD")
declare(
    DigestSent,
    owners=("member",),
    export="none: that a digest went out on a day; the mails themselves are listed",
    leaving=DELETED,
    worker=Rights("SD", insert="that a digest went out on a day: at worst one is missed"),
)
declare(
    Undeliverable,
    export="none: an address that mail came back from, which the first page says while it lasts",
    leaving="deleted with the leaver's addresses",
    staff="SD",
    worker=Rights("SD", insert="an address that is not written to: at worst mail is missed"),
)
declare(
    Refusal,
    export="none: an answer of a mail server about an address, kept for 30 days",
    leaving="deleted with the leaver's addresses",
    staff="SD",
    worker=Rights(
        "SD",
        insert="an answer of a mail server: at worst an address is not written to",
        change=columns(
            "at", "code", "shape", "blame", why="the last answer of the day takes the place of the first"
        ),
    ),
)


@export_part("mails", _("Emails we sent you"), order=40)
def mails_to(member):
    mails = OutgoingMail.objects.filter(to=member).defer(*ERASED).order_by("pk")
    for mail in mails.iterator(CHUNK):
        yield {"kind": mail.kind, "written": plain(mail.written_at), "sent": plain(mail.sent_at)}


@export_part("stopped-mails", _("Which emails you want, and how often"), order=50)
def mail_choices_of(member):
    for stopped in Unsubscribe.objects.filter(member=member).order_by("pk"):
        yield {"topic": stopped.topic, "since": plain(stopped.at)}
    for asked in TopicSubscription.objects.filter(member=member):
        yield {"asked_for": asked.topic}
    for chosen in MailFrequency.objects.filter(member=member):
        yield {"how_often": chosen.frequency}


@retention(
    _("Emails: who they went to"), after=timedelta(days=30), when=_("30 days after they were sent"), order=10
)
def forget_receivers(now, after):
    """The address and the reader of mails that were sent or given up; the texts went when they were sent.

    And addresses that mails came back from, unless they are a member's; and what servers answered.
    """
    Refusal.objects.filter(at__lt=now - after).delete()
    members = get_user_model().objects.annotate(small=Lower("email")).values("small")
    Undeliverable.objects.filter(at__lt=now - after).exclude(address__in=members).delete()
    old = OutgoingMail.objects.filter(Q(sent_at__lt=now - after) | Q(dead_at__lt=now - after))
    return old.exclude(address="").update(address="", failed_address="", to=None, **ERASED)
