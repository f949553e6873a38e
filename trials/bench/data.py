"""Mentors by the thousand, written straight into the tables, the list and the search text."""

import uuid
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from django.db import connection

from directory.models import DirectoryVersion, Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from directory.search.fold import tokens
from directory.services import facets_of, listing_of, texts_of
from profiles.models import Member, MentorProfile
from profiles.vocabulary import words

BATCH = 2000
BIO_WORDS = 100
COUNTRIES = ("US", "GB", "IE", "AU", "NZ", "CA", "KE", "NG", "IN", "ZA", "MX", "PH")
ZONES = ("America/Chicago", "Europe/London", "Australia/Sydney", "Africa/Nairobi", "Asia/Kolkata")
# Words that stand in a known share of the bios, as in the measurements this bench repeats.
SHARES = {"quarryword": 0.25, "middleword": 0.02, "rarelyword": 0.001}


def fill(count, chance):
    """`count` mentors in the list. `chance` is a `random.Random`."""
    vocabulary = [
        f"{a}{b}{c}"
        for a in "bcdfglmnprst"
        for b in ("ar", "el", "on", "i")
        for c in ("ma", "ter", "lo", "vine", "sk", "du", "ra", "nt")
    ]
    weights = [1 / (place + 1) for place in range(len(vocabulary))]
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        members = [_member(start + n, chance) for n in range(size)]
        Member.objects.bulk_create(members)
        mentors = [_mentor(m, chance, vocabulary, weights) for m in members]
        MentorProfile.objects.bulk_create(mentors)
        Listing.objects.bulk_create([listing_of(m, version=1) for m in mentors])
        ListingFacet.objects.bulk_create([facet for m in mentors for facet in facets_of(m)])
        engine().store_many([(m.pk, _tokens(m)) for m in mentors])
    known = [*vocabulary, *SHARES]
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, length=len(word)) for word in known], ignore_conflicts=True
    )
    DirectoryVersion.objects.update(version=1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _tokens(mentor):
    return {
        field: [token for word in text.split() for token in _token(word)]
        for field, text in texts_of(mentor).items()
    }


@lru_cache(maxsize=100_000)
def _token(word):
    return tokens(word)


def _slugs(kind, chance, least, most):
    offered = [term.slug for term in words().offered(kind)]
    return chance.sample(offered, chance.randint(least, min(most, len(offered))))


def _member(number, chance):
    return Member(
        email=f"m{number}@bench.example",
        name=f"Mentor {number:06}",
        code=uuid.UUID(int=chance.getrandbits(128), version=4),
        job_title="Librarian",
        employer=f"Library {number % 997}",
        library_type=_slugs("library_type", chance, 1, 1)[0],
        library_size=_slugs("library_size", chance, 1, 1)[0],
        career_stage=_slugs("career_stage", chance, 1, 1)[0],
        city=f"Town {number % 500}",
        country=chance.choice(COUNTRIES),
        time_zone=chance.choice(ZONES),
        languages=["en", *_slugs("language", chance, 0, 2)],
    )


def _mentor(member, chance, vocabulary, weights):
    bio = chance.choices(vocabulary, weights, k=BIO_WORDS)
    bio += [word for word, share in SHARES.items() if chance.random() < share]
    return MentorProfile(
        member=member,
        status="published",
        areas=_slugs("area", chance, 1, 5),
        bio=" ".join(bio),
        ask_me_about="Anything at all, on a quiet day",
        roles=_slugs("role", chance, 1, 3),
        styles=_slugs("style", chance, 1, 3),
        formats=_slugs("format", chance, 1, 4),
        helps_with=_slugs("helps_with", chance, 1, 3),
        windows=_slugs("window", chance, 1, 2),
        capacity=3,
        published_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(10**6)),
    )
