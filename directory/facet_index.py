"""The list in memory: for every facet, the set of mentors who have it, one bit a mentor.

A set is one integer. "Both" is `&`, "either" is `|`, and a count is `bit_count()`, so filters with
counts beside every choice cost the same for forty mentors and for a hundred thousand. The rows in
the database are the truth: each request asks for their version and reads what has changed since.
What an index answers is what the queries of `MentorFilter` answer; a test holds the two together.
"""

import threading
from bisect import bisect_left, insort
from collections import defaultdict

from directory.models import DirectoryVersion, Listing

COLUMNS = ("mentor_id", "listed", "version", "facets", "rank_key", "sort_name", "published_at")
SORTS = ("recommended", "name", "newest")


class FacetIndex:
    """Who is listed, what each has, and the orders they may stand in. A slot is the bit of one mentor."""

    def __init__(self):
        self.version = -1
        self.slots = {}  # mentor id -> slot
        self.ids = []  # slot -> mentor id
        self.facets = []  # slot -> tuple of "kind=slug"
        self.keys = {sort: [] for sort in SORTS}  # slot -> sort key
        self.orders = {sort: [] for sort in SORTS}  # sorted (key, mentor id, slot)
        self.sets = defaultdict(int)  # "kind=slug" -> set
        self.listed = 0  # the set of all who are in the list

    def fill(self, listings):
        """Take in all listings at once, for a fresh start: tuples in the order of COLUMNS."""
        bits = defaultdict(bytearray)
        listings = [listing for listing in listings if listing[1]]
        size = len(listings) // 8 + 1
        for slot, (mentor_id, _listed, _version, facets, *sorting) in enumerate(listings):
            self._enter(mentor_id, tuple(facets.split()), sorting)
            for facet in self.facets[slot]:
                if not bits[facet]:
                    bits[facet] = bytearray(size)
                bits[facet][slot >> 3] |= 1 << (slot & 7)
        self.sets.update({facet: int.from_bytes(row, "little") for facet, row in bits.items()})
        self.listed = (1 << len(listings)) - 1
        for sort in SORTS:
            self.orders[sort] = sorted(zip(self.keys[sort], self.ids, range(len(self.ids)), strict=True))

    def update(self, listing):
        """Take in one changed listing, a tuple in the order of COLUMNS; one that is not listed goes.

        One writer at a time: call it under `_lock`. Readers need no lock.
        """
        mentor_id, listed, _version, facets, *sorting = listing
        slot = self.slots.get(mentor_id)
        if slot is None:
            if not listed:
                return
            slot = self._enter(mentor_id, (), sorting)
        elif self.listed >> slot & 1:
            self._take_out(slot)
        if listed:
            self._put_in(slot, tuple(facets.split()), sorting)

    def _enter(self, mentor_id, facets, sorting):
        slot = len(self.ids)
        for sort, key in zip(SORTS, _sort_keys(*sorting), strict=True):
            self.keys[sort].append(key)
        self.facets.append(facets)
        self.ids.append(mentor_id)
        self.slots[mentor_id] = slot  # last: threads that read find the rest in place
        return slot

    def _take_out(self, slot):
        self.listed &= ~(1 << slot)
        for facet in self.facets[slot]:
            self.sets[facet] &= ~(1 << slot)
        for sort in SORTS:
            order = self.orders[sort]
            del order[bisect_left(order, (self.keys[sort][slot], self.ids[slot], slot))]

    def _put_in(self, slot, facets, sorting):
        self.facets[slot] = facets
        self.listed |= 1 << slot
        for facet in facets:
            self.sets[facet] |= 1 << slot
        for sort, key in zip(SORTS, _sort_keys(*sorting), strict=True):
            self.keys[sort][slot] = key
            insort(self.orders[sort], (key, self.ids[slot], slot))

    def having(self, kind, *slugs):
        """The set of those who have one of these slugs."""
        return union(self.sets.get(f"{kind}={slug}", 0) for slug in slugs)

    def set_of(self, mentor_ids):
        """The set of these mentors, as far as they are listed."""
        size = len(self.ids)  # another thread may put in more meanwhile
        bits = bytearray(size // 8 + 1)
        slots = self.slots
        for mentor_id in mentor_ids:
            slot = slots.get(mentor_id, size)
            if slot < size:
                bits[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(bits, "little") & self.listed

    def ids_of(self, chosen):
        """The mentor ids of a set, in no order."""
        return [self.ids[slot] for slot in slots_of(chosen)]

    def in_set(self, mentor_ids, chosen):
        """Those of these ids that are in a set, in their order."""
        size = len(self.ids)
        bits = chosen.to_bytes(size // 8 + 1, "little")
        places = ((pk, self.slots.get(pk, size)) for pk in mentor_ids)
        return [pk for pk, slot in places if slot < size and bits[slot >> 3] >> (slot & 7) & 1]


def _sort_keys(rank_key, sort_name, published_at):
    """In the order of SORTS. Newest first is the time turned negative."""
    return rank_key, sort_name, -(published_at.timestamp() if published_at else 0)


def union(sets):
    """Everybody in any of the sets."""
    together = 0
    for one in sets:
        together |= one
    return together


def slots_of(chosen):
    """The slots of a set, lowest first."""
    text = f"{chosen:b}"[::-1]
    slot = text.find("1")
    while slot != -1:
        yield slot
        slot = text.find("1", slot + 1)


_index = FacetIndex()
_lock = threading.Lock()


def current_index():
    """The list as the database has it now. One statement if nothing has changed."""
    global _index
    version = _version()
    if version != _index.version:
        with _lock:
            if version < _index.version:  # another thread was quicker, or the database is an older one
                version = _version()
            _index = caught_up(_index, version)
    return _index


def _version():
    return DirectoryVersion.objects.values_list("version", flat=True).get(pk=1)


def caught_up(index, version):
    """An index at this version of the database: the same one, or a new one where it would have to go back."""
    listings = Listing.objects.values_list(*COLUMNS).order_by("pk")
    if index.version < 0 or version < index.version:
        index = FacetIndex()
        index.fill(listings.iterator(chunk_size=5000))
    else:
        for listing in listings.filter(version__gt=index.version):
            index.update(listing)
    index.version = version
    return index


def forget_index():
    """Start afresh at the next request. For tests, whose databases come and go."""
    global _index
    _index = FacetIndex()
