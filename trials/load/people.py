"""Members with a pair, letters, meetings and a session each: what the visitors of a load trial are."""

import json
import random
import sys
from pathlib import Path

LETTERS, MEETINGS = 12, 6


def main(mentors, visitors, out):
    """Fill the database of the environment; write what the visitors have to know to `out`."""
    import django

    django.setup()
    from trials.bench.data import fill

    chance = random.Random(2026)
    fill(mentors, chance)
    Path(out).write_text(json.dumps([visitor(number, chance) for number in range(visitors)]))


def visitor(number, chance):
    """{"cookie", "token", "pair", "feed", "mentors"} of one member who is signed in."""
    import factories
    from directory.models import Listing
    from meetings.models import CalendarSettings
    from profiles.models import MentorProfile

    member = factories.member(
        name=f"Visitor {number}", seeking=["specific-skill"], time_zone="Africa/Nairobi"
    )
    profiles = MentorProfile.objects.select_related("member").order_by("pk")
    pair = factories.pair(profiles[number % profiles.count()].member, member)
    for turn in range(LETTERS):
        factories.letter(
            pair, (pair.mentor, member)[turn % 2], letter=f"Letter {turn}. " + "Plain words. " * 20
        )
    meetings(pair, member)
    codes = Listing.objects.order_by("pk").values_list("code", flat=True)
    first = chance.randrange(max(codes.count() - 20, 1))
    return {
        "pair": str(pair.code),
        "feed": CalendarSettings.objects.renew(member).feed_secret,
        "mentors": [str(code) for code in codes[first : first + 20]],
        **session(member),
    }


def meetings(pair, member):
    """Some past, some to come, a week apart."""
    from django.utils import timezone

    from meetings.models import Attendee, Meeting, MeetingStatus
    from mentoring.lib import walltime

    for turn in range(MEETINGS):
        weeks = turn - MEETINGS // 2
        status = MeetingStatus.HELD if weeks < 0 else MeetingStatus.AGREED
        row = Meeting(mentorship=pair, author=member, means="video", minutes=60, status=status)
        at = timezone.now() + timezone.timedelta(weeks=weeks, hours=3)
        row.put_at(walltime.to_local(at, member.time_zone), member.time_zone)
        row.save()
        Attendee.objects.create(meeting=row, member=member, sequence=0)


def session(member):
    """The cookies of a member who is signed in, and the token that their forms carry."""
    from django.conf import settings
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    from mentoring.sessions import signed

    client = Client()
    client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
    key, token = client.cookies[settings.SESSION_COOKIE_NAME].value, _get_new_csrf_string()
    cookie = f"{settings.SESSION_COOKIE_NAME}={signed(key)}; {settings.CSRF_COOKIE_NAME}={token}"
    return {"cookie": cookie, "token": token}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
