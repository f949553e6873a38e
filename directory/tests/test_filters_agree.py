"""Product 11, 16: the index answers what the plain queries say, whatever people, choices and marks there are."""

from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from directory import pages
from directory.filters import SORTS, MentorFilter
from directory.indexed_filter import IndexedMentorFilter
from directory.tests.lists_of_mentors import mentors_in_the_list, query_of
from profiles.models.mentor import ProfileStatus

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
