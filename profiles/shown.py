"""People as others read them: labels instead of slugs, in the reader's language."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.zones import place_of_zone
from profiles import people
from profiles.vocabulary import words


def labels(kind, slugs):
    """The labels of some slugs, in their order."""
    known = words().labels(kind)
    return [known.get(slug, slug) for slug in slugs]


def mentor_page(mentor):
    """What the page of a mentor shows."""
    person, room = mentor.member, mentor.room
    return {
        "mentor": mentor,
        "person": person,
        "post": ", ".join(filter(None, (person.job_title, person.employer))),
        "room": room,
        "room_words": people.room_words(room, taking=mentor.taking_requests),
        "now_words": _now(mentor),
        "ask_words": _("Ask me about:"),
        "sections": (
            (_("Areas of practice"), labels("area", mentor.areas)),
            (_("Helps with"), labels("helps_with", mentor.helps_with)),
        ),
        "facts": mentor_facts(mentor),
    }


def _now(mentor):
    person, answers = mentor.member, people.answer_words(mentor.usual_answer_days)
    there = {
        "city": person.city or place_of_zone(person.time_zone),
        "time": people.local_time(person.time_zone),
    }
    now = _("It’s %(time)s in %(city)s now.") % there
    return f"{answers}. {now}" if answers else now


def member_facts(member):
    """(what, words) of all a member has told: the short profile a mentor sees with a request."""
    return _told(
        [
            *_about(member),
            (_("Looking for"), _list("helps_with", member.seeking)),
            (_("Would like to know more about"), _list("area", member.seeking_areas)),
            (_("Times that suit"), _list("window", member.windows)),
        ]
    )


def mentor_facts(mentor):
    """(what, words) of all a mentor has told beside the bio."""
    times = ". ".join(filter(None, (_list("window", mentor.windows), mentor.note)))
    years = mentor.years_in_libraries
    return _told(
        [
            *_about(mentor.member),
            (_("Kind of mentoring"), _list("style", mentor.styles)),
            (_("Ways to talk"), _list("format", mentor.formats)),
            (_("Times that suit"), times),
            (_("Roles"), _list("role", mentor.roles)),
            (
                _("Experience in libraries"),
                years and ngettext("%(n)d year", "%(n)d years", years) % {"n": years},
            ),
            (_("Qualifications"), _list("qualification", mentor.qualifications)),
            (_("Mentees at a time"), mentor.capacity),
            (_("Hours a month for mentoring"), mentor.member.hours_per_month),
            (_("Away every year in"), months(mentor.member.months_away)),
        ]
    )


def _about(member):
    known = words()
    size = known.name("library_size", member.library_size)
    library = known.name("library_type", member.library_type)
    return [
        (_("Job"), ", ".join(filter(None, (member.job_title, member.employer)))),
        (_("Library"), f"{library} ({size})" if library and size else library),
        (_("Location"), member.place),
        (_("Career stage"), known.name("career_stage", member.career_stage)),
        (_("Languages"), _list("language", member.languages)),
    ]


def _list(kind, slugs):
    return ", ".join(labels(kind, slugs))


def months(numbers):
    """The names of some months (1 to 12), in the language of the page."""
    return ", ".join(str(MONTHS[number]) for number in numbers)


def _told(facts):
    return [(what, said) for what, said in facts if said]
