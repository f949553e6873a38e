"""A mentor as a catalogue card: plain values for a lean template, in the reader's language."""

from django.urls import reverse
from django.utils import timezone

from directory.models import Listing
from profiles import people
from profiles.vocabulary import words

AREAS_SHOWN = 3
FIELDS = (
    "mentor_id",
    "mentor__member_id",
    "code",
    "name",
    "job_title",
    "employer",
    "place",
    "city",
    "time_zone",
    "ask_me_about",
    "photo",
    "photo_alt",
    "room",
    "taking_requests",
    "answer_days",
    "facets",
)


def cards(mentor_ids, *, kept=()):
    """{mentor id: card} of those of these mentors who are listed. One statement."""
    listings = Listing.objects.filter(mentor__in=mentor_ids, listed=True).values(*FIELDS)
    now, home = timezone.now(), reverse("mentor_list")
    return {listing["mentor_id"]: _card(listing, now, home, kept) for listing in listings}


def _card(listing, now, home, kept):
    areas = [f[5:] for f in listing["facets"].split() if f.startswith("area=")][:AREAS_SHOWN]
    code = listing["code"]
    return {
        **listing,
        "url": f"{home}{code}/",  # as `mentor_detail`, looked up once for all
        "post": ", ".join(filter(None, (listing["job_title"], listing["employer"]))),
        "areas": [words().name("area", slug) for slug in areas],
        "place_now": people.place_now(listing["city"], listing["time_zone"], now),
        "room_words": people.room_words(listing["room"], taking=listing["taking_requests"]),
        "initials": people.initials(listing["name"]),
        "tint": people.tint(code),
        "kept": listing["mentor__member_id"] in kept,
    }
