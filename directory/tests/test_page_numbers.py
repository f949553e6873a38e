"""Product 11: pages begin with 1, there is always one, and whatever number is asked for is answered."""

import pytest

from directory import pages
from directory.facet_index import current_index
from directory.models import Listing
from directory.pages import PER_PAGE, Page, first_of, nearest_page, page_of_ids, page_of_queryset, page_of_set
from factories import mentor


@pytest.mark.parametrize(
    ("asked", "total", "number", "last"),
    [
        (1, 0, 1, 1),
        (9, 0, 1, 1),
        (1, PER_PAGE, 1, 1),
        (2, PER_PAGE, 1, 1),
        (2, PER_PAGE + 1, 2, 2),
        (0, 50, 1, 3),
        (-7, 50, 1, 3),
        (10**30, 50, 3, 3),
    ],
)
def test_the_nearest_page_that_there_is(asked, total, number, last):
    assert nearest_page(asked, total) == (number, last)


@pytest.mark.parametrize(
    ("number", "last", "before", "after"),
    [(1, 1, None, None), (1, 3, None, 2), (2, 3, 1, 3), (3, 3, 2, None)],
)
def test_a_page_knows_its_neighbours(number, last, before, after):
    page = Page([], number, last, 0)

    assert (page.previous, page.next) == (before, after)


def test_every_id_stands_on_one_page_in_its_order():
    ids = list(range(100, 100 + 2 * PER_PAGE + 1))
    shown = [pk for number in (1, 2, 3) for pk in page_of_ids(ids, number).ids]

    assert shown == ids
    assert page_of_ids(ids, 3).total == len(ids)


@pytest.mark.parametrize("count", [0, 1, PER_PAGE, PER_PAGE + 1])
def test_a_last_page_is_full_or_not_but_never_empty_unless_all_are(count):
    ids = list(range(count))
    last = page_of_ids(ids, 99)

    assert last.ids == (ids[-1:] if count == PER_PAGE + 1 else ids)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 50])
def test_a_page_of_a_queryset_is_two_statements(count, django_assert_num_queries):
    for _ in range(count):
        mentor()

    with django_assert_num_queries(2):
        page = page_of_queryset(Listing.objects.order_by("pk"), 1)
    assert (len(page.ids), page.total) == (min(count, PER_PAGE), count)


@pytest.mark.django_db
@pytest.mark.parametrize("sort", ["recommended", "name", "newest"])
def test_sorting_a_few_and_picking_from_all_is_the_same_page(sort, monkeypatch):
    """Which of the two is quicker depends on how many there are; what is shown does not."""
    for number in range(2 * PER_PAGE + 3):
        mentor(name=f"Name {number % 7}")
    index = current_index()
    monkeypatch.setattr(pages, "SPARSE", 0)
    sparse = [page_of_set(index, index.listed, sort, number).ids for number in (1, 2, 3)]
    monkeypatch.setattr(pages, "FEW", 0)

    assert [page_of_set(index, index.listed, sort, number).ids for number in (1, 2, 3)] == sparse


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "shown"), [(0, 0), (2, 2), (99, 3)])
def test_the_first_few_are_those_best_to_ask(count, shown):
    for _ in range(3):
        mentor()
    index = current_index()
    best = list(Listing.objects.order_by("rank_key").values_list("pk", flat=True))

    assert [index.ids[slot] for slot in first_of(index, index.listed, count)] == best[:shown]


@pytest.mark.django_db
def test_of_nobody_there_is_one_empty_page():
    page = page_of_set(current_index(), 0, "recommended", 5)

    assert (page.ids, page.number, page.count_pages, page.total) == ([], 1, 1, 0)
