"""Product 11, 16: every page of every order is a slice of a sorted list, however the index came to be."""

import sys
import threading
from types import SimpleNamespace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from directory import pages
from directory.facet_index import SORTS, FacetIndex
from directory.filters import MentorFilter

AREAS = ["archives", "copyright", "acquisitions"]
WINDOWS = ["weekends", "flexible", "weekday-mornings"]
LANGUAGES = ["en", "fr", "ga"]
PEOPLE = st.integers(1, 12)
ROW = st.builds(
    dict,
    listed=st.booleans(),
    area=st.lists(st.sampled_from(AREAS), unique=True),
    window=st.lists(st.sampled_from(WINDOWS), unique=True),
    language=st.lists(st.sampled_from(LANGUAGES), unique=True, min_size=1),
    zone=st.sampled_from([["Europe/Dublin"], ["Pacific/Auckland"], ["UTC"]]),
    accepting=st.sampled_from([["true"], []]),
    keys=st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 3)),
)
CHANGES = st.lists(st.tuples(PEOPLE, ROW), max_size=40)
PICKED = st.fixed_dictionaries(
    {},
    optional={
        "area": st.lists(st.sampled_from(AREAS), min_size=1, unique=True),
        "window": st.lists(st.sampled_from(WINDOWS), min_size=1, unique=True),
        "language": st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True),
        "accepting": st.just(["true"]),
    },
)
KINDS = ("area", "window", "language", "zone", "accepting")


def as_row(pk, facts):
    facets = " ".join(f"{kind}={slug}" for kind in KINDS for slug in facts[kind])
    standing, name, at = facts["keys"]
    published = SimpleNamespace(timestamp=lambda: at)
    return (pk, facts["listed"], 0, facets, standing, name, published)


def has(facts, kind, slug):
    return slug in facts[kind] or (kind == "window" and "flexible" in facts["window"])


def fits(facts, picked):
    return facts["listed"] and all(
        any(has(facts, kind, slug) for slug in slugs) for kind, slugs in picked.items()
    )


def key_of(facts, sort):
    standing, name, at = facts["keys"]
    return {"recommended": standing, "name": name, "newest": -at}[sort]


def narrowed(index, picked):
    members = index.listed
    for name, slugs in picked.items():
        members &= MentorFilter.base_filters[name].members(index, slugs)
    return members


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch, db):
    monkeypatch.setattr(pages, "PER_PAGE", 3)


def index_of(before, after):
    """One index that took the changes in one by one, after a fill; and what is true in the end."""
    truth = dict(before)
    index = FacetIndex()
    index.fill([as_row(pk, facts) for pk, facts in truth.items()])
    for pk, facts in after:
        index.update(as_row(pk, facts))
        truth[pk] = facts
    return index, truth


@pytest.mark.parametrize("few", [0, 2000], ids=["walked", "sorted"])
@settings(max_examples=80, deadline=None, database=None)
@given(before=CHANGES, after=CHANGES, picked=PICKED)
def test_every_page_of_every_order_is_a_slice_of_the_sorted_list(few, before, after, picked):
    index, truth = index_of(before, after)
    chosen = narrowed(index, picked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "FEW", few)
        patch.setattr(pages, "SPARSE", 0)  # a handful of people is never an eighth of all
        for sort in SORTS:
            wanted = [pk for pk, facts in truth.items() if fits(facts, picked)]
            wanted.sort(key=lambda pk: (key_of(truth[pk], sort), pk))
            last = max(-(-len(wanted) // 3), 1)
            for number in range(-1, last + 3):
                page = pages.page_of_set(index, chosen, sort, number)
                shown = min(max(number, 1), last)
                assert page.ids == wanted[(shown - 1) * 3 : shown * 3]
                assert (page.number, page.count_pages, page.total) == (shown, last, len(wanted))


def test_a_set_of_ids_takes_only_who_is_listed():
    index = FacetIndex()
    facts = {
        "listed": True,
        "area": [],
        "window": [],
        "language": [],
        "zone": [],
        "accepting": [],
        "keys": ("a", "b", 1),
    }
    for pk in (7, 8):
        index.update(as_row(pk, facts))
    index.update(as_row(8, facts | {"listed": False}))

    assert set(index.ids_of(index.set_of([7, 8, 9]))) == {7}


def test_readers_in_other_threads_never_stumble_over_a_change(monkeypatch):
    """The server answers in threads that share one index, and one of them is always catching up."""
    monkeypatch.setattr(pages, "FEW", 0)
    index, wrong, done = FacetIndex(), [], threading.Event()

    def row(pk):
        area = ["copyright"] if pk % 40 == 0 else ["archives"]
        keys = ("a", f"{pk * 7919 % 1000:03}", 1)
        return as_row(pk, {**dict.fromkeys(KINDS, []), "listed": True, "area": area, "keys": keys})

    def read():
        try:
            while not done.is_set():
                chosen = narrowed(index, {"area": ["copyright"]})
                pages.page_of_set(index, chosen, "name", chosen.bit_count() // 8)
                index.set_of(range(3000))
        except Exception as error:
            wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    was = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for reader in readers:
            reader.start()
        for pk in range(1, 2000):
            index.update(row(pk))
    finally:
        done.set()
        for reader in readers:
            reader.join()
        sys.setswitchinterval(was)
    assert wrong == []
