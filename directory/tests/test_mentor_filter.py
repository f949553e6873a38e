"""Product 11: what an address asks, and whom it leaves."""

import pytest
from django.http import QueryDict

from directory.indexed_filter import IndexedMentorFilter
from directory.models import Listing
from factories import mentor
from profiles import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def names(ask):
    """`names("area=archives")`: who is left, in order."""

    def found(address="", **options):
        return list(ask(address, **options).qs.values_list("name", flat=True))

    return found


def test_without_filters_everybody_listed(names):
    mentor(name="Ada")
    mentor(name="Bo", published=False)
    services.pause(mentor(name="Cy"))

    assert names() == ["Ada"]


def test_values_of_one_filter_are_alternatives_and_filters_all_hold(names):
    mentor(name="Ada", areas=["archives"], languages=["en"])
    mentor(name="Bo", areas=["copyright"], languages=["en"])
    mentor(name="Cy", areas=["archives"], languages=["fr"])

    assert set(names("area=archives&area=copyright")) == {"Ada", "Bo", "Cy"}
    assert names("area=archives&language=fr") == ["Cy"]


def test_the_flexible_fit_every_window(names):
    mentor(name="Ada", windows=["flexible"])
    mentor(name="Bo", windows=["weekends"])
    mentor(name="Cy", windows=["weekday-mornings"])

    assert set(names("window=weekends")) == {"Ada", "Bo"}
    assert names("window=flexible") == ["Ada"]


def test_overlap_is_from_the_zone_of_who_asks(names):
    mentor(name="Ada", time_zone="Europe/Paris")
    mentor(name="Hemi", time_zone="Pacific/Auckland")

    assert names("overlap=1") == ["Ada"]
    assert names("overlap=1", time_zone="Pacific/Auckland") == ["Hemi"]


def test_who_is_out_of_sight_is_neither_found_nor_counted(ask):
    ada, bo = mentor(name="Ada", areas=["archives"]), mentor(name="Bo", areas=["archives"])
    mentors = ask("area=archives", leave_out={bo.pk})

    assert mentors.page(1).ids == [ada.pk]
    assert mentors.counts()["area"]["archives"] == 1


@pytest.mark.parametrize("sort", ["", "recommended", "name", "newest"])
def test_a_search_keeps_the_order_that_is_asked_for(sort, ask):
    for name in ("Zoe", "Ada"):
        mentor(name=name, bio="I mend zebra bindings.")
    page = ask(f"q=zebra&sort={sort}").page(1)
    listed = dict(Listing.objects.values_list("pk", "name"))

    assert page.total == 2
    if sort in ("name", "newest"):
        assert [listed[pk] for pk in page.ids] == ["Ada", "Zoe"]


def test_a_search_that_finds_nobody_leaves_nobody(ask):
    mentor()
    mentors = ask("q=zzzz")

    assert (mentors.page(1).total, list(mentors.qs)) == (0, [])
    assert not any(any(counts.values()) for counts in mentors.counts().values())


def test_by_name_is_by_letters_whatever_the_capitals_and_accents(names):
    for name in ("Zoe", "ángel", "Bo", "Ada B", "Adab"):
        mentor(name=name)

    assert names("sort=name") == ["Ada B", "Adab", "ángel", "Bo", "Zoe"]


def test_of_a_copied_list_nothing_is_shared(ask):
    """Two requests at once: what one asks is not seen by the other."""
    one, other = ask("area=archives", time_zone="UTC"), ask("", time_zone="Africa/Nairobi")

    assert (one.chosen, other.chosen) == ({"area": ["archives"]}, {})
    assert one.filters["overlap"].parent is one
    assert other.filters["overlap"].parent is other


@pytest.mark.parametrize("count", [1, 12])
def test_the_index_costs_no_statement_per_mentor(count, django_assert_num_queries):
    for _ in range(count):
        mentor(areas=["archives"])
    IndexedMentorFilter(QueryDict(""), time_zone="UTC").counts()

    with django_assert_num_queries(1):  # the version of the list
        mentors = IndexedMentorFilter(QueryDict("area=archives&overlap=1"), time_zone="UTC")
        mentors.counts()
        assert mentors.page(1).total == count
