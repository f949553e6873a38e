"""One mail a day: what is not urgent waits for the reader's own morning, and goes into one mail.

For the worker. It may run late, twice, or side by side: a row for each member and day of theirs is the claim.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mail.models import DIGEST, ERASED, DigestSent, Frequency, OutgoingMail
from mail.outgoing.render import as_reader, render_mail
from mail.topics import merge_topics, topic_of, unsubscribe_link
from mentoring.lib import walltime
from mentoring.lib.jobs import run_each

WAKING_HOURS = range(8, 20)  # hours on the reader's wall in which the programme writes by itself

KEPT_FOR = timedelta(days=7)


def is_awake(zone, now):
    """Whether it is a waking hour by the clocks of this zone."""
    return walltime.local_time(now, zone).hour in WAKING_HOURS


def due_at(to, kind, pace, *, unprompted, calendar):
    """When a letter goes out: now, or None if it waits for the one mail of the day."""
    now = timezone.now()
    if calendar or not (unprompted or topic_of(kind)):
        return now
    if pace == Frequency.EACH:
        return _next_waking(now, to.time_zone) if unprompted else now
    return None if unprompted or pace == Frequency.DAILY else now


def _next_waking(now, zone):
    """Now, or the next morning of this zone."""
    if is_awake(zone, now):
        return now
    wall = walltime.local_time(now, zone)
    day = wall + timedelta(days=int(wall.hour >= WAKING_HOURS.stop))
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
    """One member: a single letter goes as it is, several as one mail. False if today has had its mail."""
    letters = list(OutgoingMail.objects.held().select_for_update().filter(to=member).order_by("pk"))
    if not letters:
        return False
    reader = letters[0].to
    on = walltime.local_time(now, reader.time_zone).date()
    if not DigestSent.objects.get_or_create(member=reader, on=on)[1]:
        return False
    if len(letters) == 1:
        OutgoingMail.objects.filter(pk=letters[0].pk).update(due_at=now)
        return True
    mail = OutgoingMail(occasion=f"day-{reader.pk}-{on}", kind=DIGEST, to=reader, due_at=now,
                  address=reader.email, **_render(reader, letters))  # fmt: skip
    mail.save()
    OutgoingMail.objects.filter(pk__in=[letter.pk for letter in letters]).update(inside=mail)
    return True


def rerender_digest(mail, parts):
    """The mail of a day says only what is left of it."""
    words = _render(mail.to, parts)
    OutgoingMail.objects.filter(pk=mail.pk).update(**words)
    for name, said in words.items():
        setattr(mail, name, said)


def _render(reader, letters):
    topics = [topic for letter in letters if (topic := topic_of(letter.kind))]
    stop = merge_topics(topics) if topics else None
    with as_reader(reader):
        return render_mail(DIGEST, {
            "reader": reader, "letters": letters, "first": letters[0].subject, "more": len(letters) - 1,
            "stop": stop and {"link": unsubscribe_link(reader.pk, stop), "words": stop.stop},
        })  # fmt: skip


def finish_parts(now):
    """What went out inside the mail of a day is done with, too, and its words are erased."""
    parts = OutgoingMail.objects.waiting().exclude(inside=None)
    parts = parts.exclude(inside__sent_at=None, inside__dead_at=None).values_list("pk", flat=True)
    OutgoingMail.objects.filter(pk__in=list(parts)).update(sent_at=now, **ERASED)
    DigestSent.objects.filter(on__lt=now.date() - KEPT_FOR).delete()
