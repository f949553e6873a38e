"""What programmes hold about people, and what of it each login may read. The staff site reads its own tables alone."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    PAIR_EXPORT,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from programmes.models import (
    Enrolment,
    HoursEntry,
    Milestone,
    MilestoneReminder,
    Pairing,
    Programme,
    ProgrammeCount,
    ProposedName,
    SeesChange,
    Tick,
    TrainingPage,
    VisibleEnrolment,
    VisiblePair,
    VisibleTick,
)
from programmes.services.joining import leave

ABOUT_NOBODY = "what coordinators say of a programme: it names no member and opens no text"
STEP = "how an enrolment or a pair of a programme stands: it opens no text"
COUNTED = "a rounded number of people"
NAMED = "a mentor of the programme whom coordinators suggest; asking and saying yes is for the two"
NO_PERSON = "none: about nobody"
PAIR = "mentorship"
STAYS = "kept: the partner's history; the leaver is a former member"


def _all_of(model):
    return columns(*(f.column for f in model._meta.concrete_fields if not f.primary_key), why=ABOUT_NOBODY)


WRITTEN_BY_STAFF = Rights("S", insert=ABOUT_NOBODY, change=_all_of(Programme))

declare(
    Programme,
    export=NO_PERSON,
    leaving="kept",
    staff=WRITTEN_BY_STAFF,
    worker=Rights("S", change=columns("closed_at", "proposal_ready_at", why=STEP)),
)
declare(
    Programme.coordinators.through,
    owners=("member",),
    export="none: the page on who may do what says it",
    leaving=DELETED,
    staff=Rights("SD", insert="who may edit a programme on the staff site"),
    worker="SD",
)
declare(
    SeesChange,
    export=NO_PERSON,
    leaving="kept",
    staff=Rights("S", insert="less may be seen from then on; more is not, of those who have joined"),
    worker="S",
)
declare(
    Milestone,
    export=NO_PERSON,
    leaving="kept",
    staff=Rights("S", insert=ABOUT_NOBODY, change=_all_of(Milestone)),
    worker="S",
)
declare(
    TrainingPage,
    export=NO_PERSON,
    leaving="kept",
    staff=Rights("SD", insert=ABOUT_NOBODY, change=_all_of(TrainingPage)),
)
declare(
    Enrolment,
    owners=("member",),
    export="programmes",
    leaving="deleted; whoever waits gets the place",
    worker=Rights("SD", change=columns("state", "ended_at", why=STEP)),
)
declare(
    VisibleEnrolment,
    owners=("member",),
    export="programmes",
    leaving=DELETED,
    staff="SD",
    worker=Rights("SD", change=columns("waits", why=STEP)),
)
declare(
    VisiblePair,
    owners=("mentor", "mentee"),
    export="programmes",
    leaving=DELETED,
    staff="SD",
    worker=Rights("SD", change=columns("ended_at", why=STEP)),
)
declare(
    VisibleTick,
    owners=("pair__mentor", "pair__mentee"),
    export="programmes",
    leaving="deleted with the pair",
    staff="SD",
    worker="SD",
)
declare(
    ProgrammeCount,
    export=NO_PERSON,
    leaving="kept: a number, as part of which nobody is known",
    staff="S",
    worker=Rights("SD", insert=COUNTED, change=columns("number", "counted_on", why=COUNTED)),
)
declare(
    ProposedName,
    owners=("mentee", "mentor"),
    export="programmes",
    leaving=DELETED,
    staff=Rights("SD", change=columns("sent_at", why=NAMED)),
    worker=Rights("SD", insert=NAMED, change=columns("told_at", why=NAMED)),
)
declare(
    Pairing,
    owners=("mentorship__mentor", "mentorship__mentee"),
    export=PAIR,
    leaving=STAYS,
    worker=Rights("S", change=columns("ended_at", "ends_on", "warned_at", "sees", why=STEP)),
)
declare(
    Tick,
    owners=("pairing__mentorship__mentor", "pairing__mentorship__mentee"),
    export=PAIR,
    leaving=STAYS,
    worker="S",
)
declare(
    MilestoneReminder,
    owners=("pairing__mentorship__mentor", "pairing__mentorship__mentee"),
    export="none: that an email was written",
    leaving=STAYS,
    worker=Rights("S", insert="that an email was written"),
)
declare(
    HoursEntry,
    owners=("author",),
    export=PAIR,
    leaving="kept: unreadable without its key, or left to the partner if the leaver chose so",
    texts={"text": _("Record of hours")},
)


@export_part("programmes", _("Programmes you’ve joined"), order=125)
def programmes_of(member):
    rows = Enrolment.objects.filter(member=member).select_related("programme").order_by("pk")
    for enrolment in rows:
        yield {
            "programme": enrolment.programme.name,
            "as": enrolment.part,
            "state": enrolment.state,
            "joined": plain(enrolment.joined_at),
            "ended": plain(enrolment.ended_at),
            "places": enrolment.places,
            "holds_the_qualification": enrolment.holds_qualification,
            "looks_for": enrolment.focus,
            "coordinators_see": str(enrolment.get_sees_display()),
        }
    for name in ProposedName.objects.filter(mentee=member).exclude(sent_at=None).order_by("pk"):
        yield {"suggested_mentor": name.mentor.name, "at": plain(name.sent_at)}
    for pair in VisiblePair.objects.filter(mentee=member) | VisiblePair.objects.filter(mentor=member):
        yield {"coordinators_see_pair": [pair.mentor.name, pair.mentee.name], "since": plain(pair.began_at)}


@PAIR_EXPORT.register(order=45)
def programme_of_pair(pair, member):
    """Its programme, what the two have ticked, and the hours; what they were for is among the texts."""
    for pairing in Pairing.objects.filter(mentorship=pair).select_related("programme"):
        yield {
            "programme": pairing.programme.name,
            "until": plain(pairing.ends_on),
            "submitted": plain(pairing.submitted_on),
            "coordinators_see": str(pairing.get_sees_display()),
        }
        for tick in pairing.ticks.select_related("milestone").order_by("pk"):
            yield {"milestone": tick.milestone.title, "done": plain(tick.at)}
        for entry in pairing.hours.defer("text").order_by("pk"):
            yield {"hours_on": plain(entry.day), "minutes": entry.minutes}


@retention(
    _("Who took part in a programme, and what coordinators saw of it"),
    after=timedelta(days=365),
    when=_("a year after the programme’s last day"),
    order=57,
)
def forget_old_programmes(now, after):
    """Of programmes that were over a year ago. The mentorships are the pairs' own, and stay."""
    old = Programme.objects.filter(last_day__lt=(now - after).date())
    rows = (
        VisibleTick.objects.filter(pair__programme__in=old),
        VisiblePair.objects.filter(programme__in=old),
        VisibleEnrolment.objects.filter(programme__in=old),
        ProposedName.objects.filter(programme__in=old),
        Enrolment.objects.filter(programme__in=old),
    )
    return sum(each.delete()[0] for each in rows)


@ON_LEAVING.register(order=35)
def leave_programmes(member, *, leave_words):
    """Their places go to whoever waits; the rows are deleted."""
    for enrolment in Enrolment.objects.open().filter(member=member).select_related("programme"):
        leave(enrolment.programme, member)
    Enrolment.objects.filter(member=member).delete()
    return ()
