"""A mentor as a catalogue card: plain values for a lean template, in the reader's language."""

from django.utils import timezone

from directory.models import Listing
from profiles import people
from profiles.vocabulary import words

AREAS_SHOWN = 3
FIELDS = (
    "mentor_id", "mentor__member_id", "code", "name", "job_title", "employer", "place", "city",
    "time_zone", "ask_me_about", "photo", "photo_alt", "room", "taking_requests", "answer_days",
    "facets",
)  # fmt: skip


def cards(mentor_ids, *, kept=()):
    """{mentor id: card} of those of these mentors who are listed. One statement."""
    rows = Listing.objects.filter(mentor__in=mentor_ids, listed=True).values(*FIELDS)
    now = timezone.now()
    return {row["mentor_id"]: _card(row, now, kept) for row in rows}


def _card(row, now, kept):
    areas = [f[5:] for f in row["facets"].split() if f.startswith("area=")][:AREAS_SHOWN]
    code = row["code"]
    return {
        **row,
        "url": f"/mentors/{code}/",
        "post": ", ".join(filter(None, (row["job_title"], row["employer"]))),
        "areas": [words().name("area", slug) for slug in areas],
        "place_now": people.place_now(row["city"], row["time_zone"], now),
        "room_words": people.room_words(row["room"], taking=row["taking_requests"]),
        "initials": people.initials(row["name"]),
        "tint": people.tint(code),
        "kept": row["mentor__member_id"] in kept,
    }
