"""One mail a day: what is not urgent waits for the reader's own morning, and goes into one mail.

For the worker. It may run late, twice, or side by side: a row for each member and day of theirs is the claim.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mail.declarations import Delivery, topic_of
from mail.models import DIGEST, ERASED, DigestSent, Frequency, OutgoingMail, occasion_hash
from mail.outgoing.render import as_reader, render_mail
from mail.topics import merge_topics, unsubscribe_link
from mentoring.lib import walltime
from mentoring.lib.jobs import run_each

WAKING_HOURS = range(8, 20)  # hours on the reader's wall in which the programme writes by itself

KEPT_FOR = timedelta(days=7)


def is_awake(zone, now):
    """Whether it is a waking hour by the clocks of this zone."""
    return walltime.to_local(now, zone).hour in WAKING_HOURS


def due_at(to, delivery, frequency, *, calendar):
    """When a mail goes out: now, or None if it waits for the one mail of the day. `calendar`: it has one."""
    now = timezone.now()
    if calendar or delivery is Delivery.SECURITY:
        return now
    unprompted = delivery is Delivery.DIGEST
    if frequency == Frequency.EACH:
        return _next_waking(now, to.time_zone) if unprompted else now
    return None if unprompted or frequency == Frequency.DAILY else now


def _next_waking(now, zone):
    """Now, or the next morning of this zone."""
    if is_awake(zone, now):
        return now
    local_time = walltime.to_local(now, zone)
    day = local_time + timedelta(days=int(local_time.hour >= WAKING_HOURS.stop))
    return walltime.instant_of_calendar(day.replace(hour=WAKING_HOURS.start, minute=0), zone)


def release_due(now=None):
    """Let go what waits, for everybody who is awake and has had none today. How many were served."""
    now = now or timezone.now()
    finish_parts(now)
    waiting = OutgoingMail.objects.held().values_list("to_id", "to__time_zone").distinct()
    awake = [pk for pk, zone in waiting if is_awake(zone, now)]
    return run_each(awake, lambda pk: _release_for(pk, now))


@transaction.atomic
def _release_for(member, now):
    """One member: a single mail goes as it is, several as one mail. False if today has had its mail."""
    mails = list(OutgoingMail.objects.held().select_for_update().filter(to=member).order_by("pk"))
    if not mails:
        return False
    reader = mails[0].to
    on = walltime.to_local(now, reader.time_zone).date()
    if not DigestSent.objects.get_or_create(member=reader, on=on)[1]:
        return False
    if len(mails) == 1:
        OutgoingMail.objects.filter(pk=mails[0].pk).update(due_at=now)
        return True
    in_one = OutgoingMail(
        occasion=occasion_hash(f"day-{reader.pk}-{on}"),
        kind=DIGEST,
        to=reader,
        due_at=now,
        address=reader.email,
        **_render(reader, mails),
    )
    in_one.save()
    OutgoingMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(inside=in_one)
    return True


def rerender_digest(mail, parts):
    """The mail of a day says only what is left of it."""
    rendered = _render(mail.to, parts)
    for name, text in rendered.items():
        setattr(mail, name, text)
    mail.save(update_fields=list(rendered))


def _render(reader, mails):
    topics = [topic for mail in mails if (topic := topic_of(mail.kind))]
    topic = merge_topics(topics) if topics else None
    stop = topic and {"link": unsubscribe_link(reader.pk, topic), "words": topic.unsubscribe_label}
    context = {
        "reader": reader,
        "mails": mails,
        "first": mails[0].subject,
        "more": len(mails) - 1,
        "stop": stop,
    }
    with as_reader(reader):
        return render_mail(DIGEST, context)


def finish_parts(now):
    """What went out inside the mail of a day is done with, too, and its words are erased."""
    parts = OutgoingMail.objects.waiting().exclude(inside=None)
    parts = parts.exclude(inside__sent_at=None, inside__dead_at=None).values_list("pk", flat=True)
    OutgoingMail.objects.filter(pk__in=list(parts)).update(sent_at=now, **ERASED)
    DigestSent.objects.filter(on__lt=now.date() - KEPT_FOR).delete()
