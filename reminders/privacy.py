"""What keeping contact holds about people: days and kinds."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    PAIR_EXPORT,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from reminders.models import Contact, Question, Reminder, ReminderStop

REMINDED = "that and when somebody is reminded or asked; what it is about is read by whoever may read it"

declare(
    Reminder,
    owners=("to",),
    export="reminders",
    leaving=DELETED,
    worker=Rights("SD", insert=REMINDED, change=columns("mail_id", "answered_at", why=REMINDED)),
)
declare(
    Question,
    owners=("to",),
    export="reminders",
    leaving=DELETED,
    # How many mentors let requests lapse, and since when; neither who they are nor who asked.
    staff=Rights(read=("id", "subject", "asked_at", "answered_at", "closed_at")),
    worker=Rights(
        "SD", insert=REMINDED, change=columns("reminded", "closed_at", "answered_at", why=REMINDED)
    ),
)
declare(
    ReminderStop,
    owners=("case__member",),  # the reporter; the other one is not told
    export="reminders",
    leaving=DELETED,
    worker="SD",
)
declare(
    Contact,
    owners=("mentorship__mentor", "mentorship__mentee"),
    export="mentorship",
    leaving="kept: the partner's history; the leaver is a former member",
    worker="S",
)


@export_part("reminders", _("Reminders and questions we sent you"), order=60)
def reminders_of(member):
    """Days and kinds; of whom it was about stands with the mentorship."""
    for reminder in Reminder.objects.filter(to=member).order_by("pk").iterator(CHUNK):
        yield {"kind": reminder.kind, "day": plain(reminder.on), "answered": plain(reminder.answered_at)}
    for question in Question.objects.filter(to=member).order_by("pk"):
        yield {
            "question": question.subject,
            "asked": plain(question.asked_at),
            "answered": plain(question.answered_at),
        }
    for stop in ReminderStop.objects.filter(case__member=member).select_related("case").order_by("pk"):
        yield {"no_reminders_while_open": str(stop.case.code), "since": plain(stop.case.opened_at)}


@PAIR_EXPORT.register(order=20)
def contact_rhythm(pair, member):
    for contact in Contact.objects.filter(mentorship=pair):
        yield {"in_touch": contact.rhythm, "no_check_in_before": plain(contact.quiet_until)}


@retention(_("Who was sent which reminder"), after=timedelta(days=400), when=_("after 400 days"), order=80)
def forget_reminders(now, after):
    """Of whom, what and when."""
    stops = ReminderStop.objects.filter(case__closed_at__lt=now - after).delete()[0]
    return stops + Reminder.objects.filter(made_at__lt=now - after).delete()[0]
