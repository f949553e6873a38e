"""Product 11, 16: the index answers what the plain queries say, whatever people, choices and marks there are."""

from contextlib import contextmanager
from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import given, settings

from directory import pages
from directory.facet_index import current_index, forget_index
from directory.filters import SORTS, MentorFilter
from directory.indexed_filter import IndexedMentorFilter
from directory.models import DirectoryVersion, Listing, ListingFacet
from directory.services import facets_of, listing_of, relist
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus
from profiles.vocabulary import words

pytestmark = pytest.mark.django_db
SLUGS = {
    "area": ["archives", "copyright", "acquisitions"],
    "window": ["weekends", "flexible", "weekday-mornings"],
    "language": ["en", "fr", "ga"],
    "country": ["KE", "IE"],
    "library_type": ["public", "law"],
    "career_stage": ["manager", "mid-career"],
}
ZONES = ["Europe/Dublin", "Pacific/Auckland", "UTC", "America/Chicago"]


def some_of(kind):
    return st.lists(st.sampled_from(SLUGS[kind]), unique=True)


def one_of(kind):
    return st.sampled_from(["", *SLUGS[kind]])


PERSON = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Ada", "ada b", "Ádam", "Bo", "Zoe"]),
        "languages": some_of("language"),
        "country": one_of("country"),
        "time_zone": st.sampled_from(ZONES),
        "library_type": one_of("library_type"),
        "career_stage": one_of("career_stage"),
    }
)
OFFER = st.fixed_dictionaries(
    {
        "areas": some_of("area"),
        "windows": some_of("window"),
        "taking_requests": st.booleans(),
        "status": st.sampled_from(ProfileStatus.values),
        "published_at": st.none() | st.integers(1, 3).map(lambda day: datetime(2026, 1, day, tzinfo=UTC)),
    }
)
PEOPLE = st.lists(st.tuples(PERSON, OFFER), max_size=9)
CHANGES = st.lists(st.tuples(st.integers(0, 8), OFFER), max_size=2)
ASKED = st.fixed_dictionaries(
    {},
    optional={
        **{kind: st.lists(st.sampled_from([*slugs, "no-such"]), min_size=1) for kind, slugs in SLUGS.items()},
        "accepting": st.sampled_from([["true"], ["perhaps"]]),
        "overlap": st.just(["on"]),
        "sort": st.sampled_from([[name] for name in [*SORTS, "shoe-size"]]),
    },
)


@contextmanager
def mentors_in_the_list(people, changes):
    """Mentor ids; the index is filled before the changes, and follows them one by one. Undone afterwards."""
    forget_index()
    with transaction.atomic():
        members = [Member(email=f"m{n}@test.example", **person) for n, (person, _offer) in enumerate(people)]
        Member.objects.bulk_create(members)
        mentors = [
            MentorProfile(member=m, **offer) for m, (_person, offer) in zip(members, people, strict=True)
        ]
        MentorProfile.objects.bulk_create(mentors)
        DirectoryVersion.objects.update(version=1)
        Listing.objects.bulk_create([listing_of(mentor, version=1) for mentor in mentors])
        ListingFacet.objects.bulk_create([facet for mentor in mentors for facet in facets_of(mentor)])
        current_index()
        for place, offer in changes:
            if place < len(mentors):
                MentorProfile.objects.filter(pk=mentors[place].pk).update(**offer)
                relist(mentors[place])
        yield [mentor.pk for mentor in mentors]
        transaction.set_rollback(True)


def query_of(asked):
    query = QueryDict(mutable=True)
    for name, values in asked.items():
        query.setlist(name, values)
    return query


def counted(mentors):
    """The counts that a page could show, without noughts."""
    counts = mentors.counts()
    return {
        (name, slug): counts[name].get(slug)
        for name, one in mentors.facet_filters.items()
        for slug in one.labels()
        if counts[name].get(slug)
    }


@settings(max_examples=60, deadline=None, database=None)
@given(people=PEOPLE, changes=CHANGES, asked=ASKED, out_of_sight=st.sets(st.integers(0, 8), max_size=3))
def test_the_index_answers_what_the_queries_say(people, changes, asked, out_of_sight):
    with mentors_in_the_list(people, changes) as ids:
        hidden = [pk for place, pk in enumerate(ids) if place in out_of_sight]
        plain, indexed = (
            kind(query_of(asked), time_zone="Europe/Dublin", leave_out=hidden)
            for kind in (MentorFilter, IndexedMentorFilter)
        )

        assert list(plain.qs.values_list("pk")) == list(indexed.qs.values_list("pk"))
        assert counted(plain) == counted(indexed)
        assert plain.commonest("area", 3) == indexed.commonest("area", 3)


@settings(max_examples=30, deadline=None, database=None)
@given(people=PEOPLE, asked=ASKED, number=st.integers(-1, 4), few=st.sampled_from([0, 2000]))
def test_so_does_every_page(people, asked, number, few):
    with mentors_in_the_list(people, []), pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "PER_PAGE", 3)
        patch.setattr(pages, "FEW", few)
        patch.setattr(pages, "SPARSE", 0)  # a handful of people is never an eighth of all

        one, other = (
            kind(query_of(asked), time_zone="UTC").page(number)
            for kind in (MentorFilter, IndexedMentorFilter)
        )

        assert one == other


@given(asked=st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9), max_size=3)))
@settings(max_examples=60, deadline=None, database=None)
def test_whatever_stands_in_an_address_is_known_or_left_out(asked):
    mentors = MentorFilter(query_of(asked), time_zone="UTC")

    assert mentors.is_valid()
    assert all(
        slug in mentors.filters[name].labels() for name, slugs in mentors.chosen.items() for slug in slugs
    )


@pytest.mark.parametrize(("asked", "statements"), [({}, 2), ({"area": ["archives"], "language": ["en"]}, 4)])
def test_all_counts_are_one_statement_and_one_for_each_filter_in_use(
    asked, statements, django_assert_num_queries
):
    """And one for the flexible, who match every window. As many for one mentor and for nine."""
    words()  # read once a process
    offer = {"areas": ["archives"], "status": "published"}
    for count in (1, 9):
        with mentors_in_the_list([({"languages": ["en"]}, offer)] * count, []):
            mentors = MentorFilter(query_of(asked), time_zone="UTC")
            with django_assert_num_queries(statements):
                assert mentors.counts()["area"]["archives"] == count
