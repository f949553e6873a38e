"""One page of a set of mentors, in the order asked for, whatever the size of the list."""

from dataclasses import dataclass
from itertools import islice

from directory.facet_index import members_of

PER_PAGE = 20
FEW = 2000
SPARE = 4096  # bytes for mentors whom another thread puts in while this one counts


@dataclass
class Page:
    """The mentor ids of one page, and where it stands."""

    ids: list
    number: int
    count_pages: int
    total: int


def page_of(shelf, chosen, sort, number):
    """The page nearest to `number` of everybody in the set."""
    total = chosen.bit_count()
    number, last = _nearest(number, total)
    order = shelf.orders[sort]
    skip = (number - 1) * PER_PAGE
    if total <= FEW:
        keys = shelf.keys[sort]
        slots = sorted(members_of(chosen), key=lambda slot: (keys[slot], slot))
        page = slots[skip : skip + PER_PAGE]
    elif number > last // 2:  # from the far end: the last page is as near as the first
        size = min(PER_PAGE, total - skip)
        page = _walk(reversed(order), chosen, len(shelf.ids), total - skip - size, size)[::-1]
    else:
        page = _walk(order, chosen, len(shelf.ids), skip, PER_PAGE)
    return Page([shelf.ids[slot] for slot in page], number, last, total)


def first_of(shelf, chosen, count):
    """The bits of the first `count` of a set, best to ask first."""
    if chosen.bit_count() <= FEW:
        keys = shelf.keys["recommended"]
        return sorted(members_of(chosen), key=lambda slot: (keys[slot], slot))[:count]
    return _walk(shelf.orders["recommended"], chosen, len(shelf.ids), 0, count)


def _walk(order, chosen, length, skip, size):
    bits = chosen.to_bytes(length // 8 + SPARE, "little")
    inside = (slot for _key, slot in order if bits[slot >> 3] >> (slot & 7) & 1)
    return list(islice(inside, skip, skip + size))


def page_of_ranked(ids, number):
    """The same for ids that are already in order."""
    number, last = _nearest(number, len(ids))
    skip = (number - 1) * PER_PAGE
    return Page(ids[skip : skip + PER_PAGE], number, last, len(ids))


def _nearest(number, total):
    last = max(-(-total // PER_PAGE), 1)
    return min(max(number, 1), last), last
