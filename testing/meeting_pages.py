"""Addresses and forms of meetings as browsers send them; and the mails that came of it."""

from datetime import timedelta

from django.utils import timezone

from mail.models import OutgoingMail
from meetings.models import CalendarSettings, Meeting, Slot
from mentoring.lib import walltime
from profiles.models import Member
from testing.pages import main_text

ROOM = "https://rooms.example/amina"
HOW = {"means": "video", "minutes": "60", "place": ROOM}


def of(pair, *more):
    """The address of a pair's meetings, or of what stands below it: `of(pair, meeting, "pick")`."""
    parts = [str(getattr(part, "code", part)) for part in more]
    return "/".join([f"/mentorships/{pair.code}/meetings", *parts, ""])


def times(*local_times, **facts):
    """The form that offers these times; strings go as they are typed."""
    typed = [
        local_time if isinstance(local_time, str) else walltime.format_local(local_time)
        for local_time in local_times
    ]
    return HOW | {f"slot_{number}": local_time for number, local_time in enumerate(typed)} | facts


def only_times(*local_times, **facts):
    """The form that offers other times for a meeting that is there."""
    return {name: said for name, said in times(*local_times, **facts).items() if name not in HOW}


def mails(to, kind=""):
    """What was written to somebody about meetings, the oldest first."""
    rows = OutgoingMail.objects.filter(to=to, kind__startswith=f"meetings/{kind}").order_by("pk")
    return list(rows)


def all_of(letter):
    """Every word that somebody else may see of a mail."""
    return "\n".join((letter.subject, letter.text, letter.html, letter.calendar))


def says(client, address, *words):
    """Which of the words a page says."""
    page = main_text(client.get(address, follow=True))
    return [said for said in words if said in page]


def lives_in(zone, member, **more):
    """The member sets their clock by a zone, and what else they say of themselves."""
    Member.objects.filter(pk=member.pk).update(time_zone=zone, **more)
    member.refresh_from_db()
    return member


def openly(*members):
    """They want names in calendars and mails."""
    for member in members:
        CalendarSettings.objects.update_or_create(member=member, defaults={"discreet": False})


def slots(meeting):
    """Its times on offer and those that were, the first one first."""
    return list(Slot.objects.filter(offer__meeting=meeting).order_by("starts_at"))


def pick(client, meeting, slot):
    """What the page says after the click."""
    address = of(meeting.mentorship, meeting, "pick")
    return main_text(client.post(address, {"slot": getattr(slot, "pk", slot)}, follow=True))


def state(meeting):
    """(where it stands, when it is, where each offer stands)."""
    row = Meeting.objects.get(pk=meeting.pk)
    return row.status, row.starts_at, [offer.status for offer in row.offers.order_by("pk")]


def day(days):
    """So many days ahead, as a form has it."""
    return f"{timezone.localdate() + timedelta(days=days)}"


def rhythm_form(**said):
    """The form that proposes a rhythm."""
    typed = {
        "pattern": "first",
        "day": "TU",
        "at": "16:00",
        "starts_on": day(1),
        "minutes": "60",
        "means": "phone",
        "place": "+254 700 000 000",
    }
    return typed | said


def answer(client, row, **said):
    """What the page says after a no to a rhythm, or a yes."""
    address = of(row.mentorship, "rhythm", "answer")
    return main_text(client.post(address, {"rhythm": row.code, **said}, follow=True))


def agree(client, row):
    """The yes."""
    return answer(client, row, agree="1")
