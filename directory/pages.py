"""One page of a set of mentors, in the order asked for, whatever the size of the list."""

from dataclasses import dataclass
from itertools import islice

from directory.facet_index import slots_of

PER_PAGE = 20
FEW = 2000  # sets of at most so many are sorted …
SPARSE = 8  # … if they are less than an eighth of all; others are picked from the order of everybody
SPARE = 4096  # bytes more, so that 32,768 mentors may come in between measuring the index and writing bits


@dataclass
class Page:
    """The mentor ids of one page, and where it stands among how many."""

    ids: list
    number: int
    count_pages: int
    total: int

    @property
    def previous(self):
        """The number of the page before; None on the first."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self):
        """The number of the page after; None on the last."""
        return self.number + 1 if self.number < self.count_pages else None


def page_of_set(index, chosen, sort, number):
    """The page nearest to `number` of everybody in a set of the index."""
    total = chosen.bit_count()
    number, last = nearest_page(number, total)
    skip = (number - 1) * PER_PAGE
    if _is_sparse(index, total):
        page = _sorted(index, chosen, sort)[skip : skip + PER_PAGE]
    elif number > last // 2:  # from the far end: the last page is as near as the first
        size = min(PER_PAGE, total - skip)
        page = _walk(index, reversed(index.orders[sort]), chosen, total - skip - size, size)[::-1]
    else:
        page = _walk(index, index.orders[sort], chosen, skip, PER_PAGE)
    return Page([index.ids[slot] for slot in page], number, last, total)


def first_of(index, chosen, count):
    """The slots of the first `count` of a set, best to ask first."""
    if _is_sparse(index, chosen.bit_count()):
        return _sorted(index, chosen, "recommended")[:count]
    return _walk(index, index.orders["recommended"], chosen, 0, count)


def _is_sparse(index, total):
    return total <= FEW and total * SPARSE < len(index.ids)


def _sorted(index, chosen, sort):
    keys, ids = index.keys[sort], index.ids
    return sorted(slots_of(chosen), key=lambda slot: (keys[slot], ids[slot]))


def _walk(index, order, chosen, skip, size):
    bits = chosen.to_bytes(len(index.ids) // 8 + SPARE, "little")
    inside = (slot for _key, _id, slot in order if bits[slot >> 3] >> (slot & 7) & 1)
    return list(islice(inside, skip, skip + size))


def page_of_queryset(listings, number):
    """The same for a queryset of listings."""
    total = listings.count()
    number, last = nearest_page(number, total)
    skip = (number - 1) * PER_PAGE
    return Page(list(listings.values_list("pk", flat=True)[skip : skip + PER_PAGE]), number, last, total)


def page_of_ids(ids, number):
    """The same for ids that are already in order."""
    number, last = nearest_page(number, len(ids))
    skip = (number - 1) * PER_PAGE
    return Page(ids[skip : skip + PER_PAGE], number, last, len(ids))


def nearest_page(number, total):
    """(page, last page) for so many mentors: pages begin with 1, and there is always one."""
    last = max(-(-total // PER_PAGE), 1)
    return min(max(number, 1), last), last
