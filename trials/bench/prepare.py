"""One database of one size: the product's mentors, the floor's mentors, one member with a pair."""

import json
import os
import random
import sys
from pathlib import Path


def main(size, out):
    """Fill the database of the environment; write what the runner has to know to `out`."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from mentoring.lib.vault import keyring

    for name in ("CONFIDENTIAL_KEYRING", "CASE_KEYRING"):
        if not Path(os.environ[name]).exists():
            keyring.create_ring(os.environ[name])
    from trials.bench.data import fill

    chance = random.Random(2026)
    fill(size, chance)
    floor(size, chance)
    Path(out).write_text(json.dumps(person()))


def floor(size, chance):
    """The same number of plain mentors, four skills each."""
    from trials.bench.models import FloorMentor, FloorText, Skill

    skills = Skill.objects.bulk_create([Skill(name=f"Skill {n}") for n in range(30)])
    rows = [
        FloorMentor(
            name=f"Mentor {n:06}",
            post=f"Librarian, Library {n % 997}",
            bio="word " * 100,
            sector=f"sector{n % 20}",
        )
        for n in range(size)
    ]
    FloorMentor.objects.bulk_create(rows, batch_size=2000)
    through = FloorMentor.skills.through
    for start in range(0, size, 2000):
        through.objects.bulk_create(
            through(floormentor_id=row.pk, skill_id=skill.pk)
            for row in rows[start : start + 2000]
            for skill in chance.sample(skills, 4)
        )
    FloorText.objects.bulk_create(
        FloorText(mentor=rows[size // 2], text="A short text. " * 5) for _ in range(5)
    )


def person():
    """A member with suggestions, a pair and fifty letters; and a session for both sites."""
    from django.conf import settings

    import factories
    from directory.models import Listing
    from mentoring.sessions import signed
    from profiles.models import MentorProfile
    from trials.bench.models import FloorMentor

    member = factories.member(
        name="Bench",
        seeking=["specific-skill"],
        library_type="public",
        career_stage="mid-career",
        country="KE",
        time_zone="Africa/Nairobi",
    )
    mentor = MentorProfile.objects.select_related("member").order_by("pk")[10]
    pair = factories.pair(mentor.member, member)
    for number in range(50):
        factories.letter(
            pair, (member, mentor.member)[number % 2], letter=f"Letter {number}. " + "Plain words. " * 20
        )
    return {
        "feed": meetings(pair, member),
        "cookie": signed_in(member, settings.AUTHENTICATION_BACKENDS[0], signed),
        "floor_cookie": signed_in(member, "django.contrib.auth.backends.ModelBackend", str),
        "mentor": str(Listing.objects.order_by("pk")[20].code),
        "pair": str(pair.code),
        "floor": FloorMentor.objects.order_by("pk")[FloorMentor.objects.count() // 2].pk,
    }


def meetings(pair, member, count=500):
    """Half of them past, half to come, each in the member's calendar. The address of the feed."""
    from datetime import timedelta

    from django.utils import timezone

    from meetings.models import Attendee, CalendarSettings, Meeting, MeetingStatus
    from mentoring.lib import walltime

    rows = []
    for number in range(count):
        ahead = number % 2 == 0
        at = timezone.now() + timedelta(hours=4 + number * 4) * (1 if ahead else -1)
        rows.append(
            Meeting(
                mentorship=pair,
                author=member,
                means="video",
                minutes=60,
                status=MeetingStatus.AGREED if ahead else MeetingStatus.HELD,
            )
        )
        rows[-1].put_at(walltime.to_local(at, member.time_zone), member.time_zone)
    Meeting.objects.bulk_create(rows)
    Attendee.objects.bulk_create(Attendee(meeting=row, member=member, sequence=0) for row in rows)
    return CalendarSettings.objects.renew(member).feed_secret


def signed_in(member, backend, value):
    """The cookie of a session, as a browser sends it: `value` makes it from the key."""
    from django.conf import settings
    from django.test import Client

    from mentoring.sessions import signed

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member, backend=backend)
    own = settings.SESSION_COOKIE_NAME
    key = client.cookies[own].value
    client.cookies[own] = signed(key)
    client.get("/")
    client.cookies[own] = value(key)
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    return "; ".join(f"{name}={client.cookies[name].value}" for name in names if name in client.cookies)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
