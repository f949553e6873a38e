"""Who joins when, and who becomes a mentor."""

import json
import unicodedata
from datetime import timedelta
from functools import cache
from pathlib import Path

from allauth.account.models import EmailAddress
from dateutil.relativedelta import relativedelta
from django.conf import settings

from configuration.policies.acceptance import accept_all
from demo.year import asking, texts
from demo.year.programme import DOMAIN
from profiles import services
from profiles.models import Member, MentorProfile

FILE = Path(__file__).parent / "people.json"
AT_FIRST, FIRST_DAYS = 0.22, 21  # a programme that begins is announced
# How many join in which month: terms begin in September and January, the conference is in May.
WAVES = {1: 10, 2: 7, 3: 8, 4: 8, 5: 14, 6: 6, 7: 3, 8: 4, 9: 20, 10: 15, 11: 9, 12: 4}
MENTORS_AT_FIRST, MENTORS_LATER, NOT_NOW, LOOKS = 0.42, 0.24, 0.12, 0.6
STAGES = {
    "mentor": ("mid-career", "senior-specialist", "manager", "director", "retired"),
    "member": ("lis-student", "library-assistant", "new-professional", "career-changer", "mid-career"),
}
TRIES, INITIALS = 12, "ABCDEFGHJKLMNPRSTVW"
PRONOUNS = ("she/her", "he/him", "they/them", "", "", "")


@cache
def invented():
    """The file of people."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def plan(programme):
    """Put everybody's joining on the agenda."""
    months, at = [], programme.start
    while at < programme.end:
        months.append(at)
        at += relativedelta(months=1)
    first = round(programme.members * AT_FIRST)
    chosen = programme.chance.choices(months, [WAVES[month.month] for month in months], k=programme.members)
    for number, month in enumerate(chosen):
        begins = programme.start if number < first else month
        days = FIRST_DAYS if number < first else 28
        moment = begins + timedelta(days=programme.chance.random() * days, hours=1)
        programme.at(min(moment, programme.end - timedelta(hours=6)), join, number < first)


def join(programme, at_first):
    """One member joins; some offer themselves as mentors, some say "not now", most others look around."""
    mentor = programme.happens(MENTORS_AT_FIRST if at_first else MENTORS_LATER)
    member = make_member(programme, "mentor" if mentor else "member")
    if mentor:
        programme.later(offer, member.pk, days=programme.chance.random() * 6)
    elif programme.happens(NOT_NOW):
        Member.objects.filter(pk=member.pk).update(not_now_at=programme.clock.now)
    elif programme.happens(LOOKS):
        programme.later(asking.look, member.pk, 1, days=programme.chance.expovariate(1 / 9))


def make_member(programme, kind):
    """A member with a confirmed address, as after signing up."""
    chance = programme.chance
    place = _one_weighted(chance, invented()["places"])
    library = _one_weighted(chance, invented()["libraries"])
    name, address = _name(programme, place)
    stage = chance.choice(STAGES[kind])
    member = Member.objects.create(
        email=address,
        name=name,
        password=programme.password,
        adult_at=programme.clock.now,
        started_at=programme.clock.now,
        last_login=programme.clock.now,
        time_zone=place["zone"],
        time_zone_confirmed=True,
        pronouns=chance.choice(PRONOUNS),
        job_title=chance.choice(invented()["posts"][stage]),
        employer=chance.choice(library["names"]).format(place=chance.choice(invented()["employer_places"])),
        library_type=library["type"],
        library_size=programme.slugs("library_size", 1, 1)[0],
        career_stage=stage,
        city=chance.choice(place["towns"]),
        region=place["region"],
        country=place["country"],
        languages=place["languages"],
        seeking=[] if kind == "mentor" else programme.slugs("helps_with", 1, 3),
        months_away=[7] if programme.happens(0.08) else [],
    )
    EmailAddress.objects.create(user=member, email=address, verified=True, primary=True)
    accept_all(member, settings.LANGUAGE_CODE)
    return member


def _one_weighted(chance, entries):
    return chance.choices(entries, [entry["weight"] for entry in entries])[0]


def _name(programme, place):
    """(the name as it is written, an address of its own); a name of two only where all others are taken."""
    for _attempt in range(TRIES):
        given, family = (programme.chance.choice(place[part]) for part in ("given", "family"))
        slug = f"{_plain(given)}.{_plain(family)}"
        if slug not in programme.addresses:
            break
    order = (family, given) if place.get("family_first") else (given, _initial(programme, slug), family)
    name = place.get("between", " ").join(part.partition("|")[0] for part in order if part)
    programme.addresses[slug] += 1
    again = programme.addresses[slug]
    return name, f"{slug}{again if again > 1 else ''}@{DOMAIN}"


def _initial(programme, slug):
    """A letter between the two names, for the second of a name."""
    return f"{programme.chance.choice(INITIALS)}." if slug in programme.addresses else ""


def _plain(part):
    letters = unicodedata.normalize("NFKD", part.partition("|")[2] or part)
    return "".join(letter for letter in letters.lower() if letter.isascii() and letter.isalpha())


def offer(programme, pk):
    """A mentor profile, in the list; some leave it at a draft."""
    chance = programme.chance
    profile = MentorProfile(
        member=Member.objects.get(pk=pk),
        areas=programme.slugs("area", 1, 4),
        bio=programme.prose(texts.BIO_BEGIN, texts.BIO_WEEK, texts.BIO_HELP, texts.BIO_AWAY),
        ask_me_about=chance.choice(texts.ASK_ME_ABOUT),
        roles=programme.slugs("role", 1, 3),
        styles=["ongoing", *chance.choice(([], ["one-off"], ["project"]))],
        formats=programme.slugs("format", 1, 3),
        helps_with=programme.slugs("helps_with", 2, 5),
        windows=programme.slugs("window", 1, 2),
        years_in_libraries=chance.randint(4, 35),
        note=chance.choice(texts.NOTES),
        capacity=chance.choice((1, 1, 2, 2, 3)),
    )
    if programme.happens(0.05):
        services.save_mentor(profile)
        return
    services.publish(profile)
    if programme.happens(0.13):
        programme.silent.add(pk)
