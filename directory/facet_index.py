"""The list in memory: for every choice, the set of mentors who have it, one bit a mentor.

A set is one integer. "Both" is `&`, "either" is `|`, and a count is `bit_count()`, so filters with
counts beside every choice cost the same for forty mentors and for a hundred thousand. The rows in
the database are the truth: each request asks for their version and reads what has changed since.
"""

import threading
from bisect import bisect_left, insort
from collections import defaultdict

from directory.models import DirectoryVersion, Listing

COLUMNS = ("mentor_id", "listed", "version", "facets", "standing", "sort_name", "published_at")
SORTS = ("recommended", "name", "newest")


class Shelf:
    """Who is listed, what each has, and the orders they may stand in."""

    def __init__(self):
        self.version = -1
        self.slots = {}  # mentor id -> bit
        self.ids = []  # bit -> mentor id
        self.has = []  # bit -> tuple of facets
        self.keys = {sort: [] for sort in SORTS}  # bit -> sort key
        self.orders = {sort: [] for sort in SORTS}  # sorted (key, bit)
        self.sets = defaultdict(int)  # facet -> set
        self.listed = 0

    def fill(self, rows):
        """Take in every row at once, for a fresh start."""
        bits = defaultdict(bytearray)
        rows = [row for row in rows if row[1]]
        size = len(rows) // 8 + 1
        for slot, (mentor_id, _listed, _version, facets, *sorting) in enumerate(rows):
            self._enter(mentor_id, tuple(facets.split()), sorting)
            for facet in self.has[slot]:
                if not bits[facet]:
                    bits[facet] = bytearray(size)
                bits[facet][slot >> 3] |= 1 << (slot & 7)
        self.sets.update({facet: int.from_bytes(row, "little") for facet, row in bits.items()})
        self.listed = (1 << len(rows)) - 1
        for sort in SORTS:
            self.orders[sort] = sorted((key, slot) for slot, key in enumerate(self.keys[sort]))

    def put(self, row):
        """Take in one changed row."""
        mentor_id, listed, _version, facets, *sorting = row
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
        self.has.append(facets)
        self.ids.append(mentor_id)
        self.slots[mentor_id] = slot  # last: threads that read find the rest in place
        return slot

    def _take_out(self, slot):
        self.listed &= ~(1 << slot)
        for facet in self.has[slot]:
            self.sets[facet] &= ~(1 << slot)
        for sort in SORTS:
            order = self.orders[sort]
            del order[bisect_left(order, (self.keys[sort][slot], slot))]

    def _put_in(self, slot, facets, sorting):
        self.has[slot] = facets
        self.listed |= 1 << slot
        for facet in facets:
            self.sets[facet] |= 1 << slot
        for sort, key in zip(SORTS, _sort_keys(*sorting), strict=True):
            self.keys[sort][slot] = key
            insort(self.orders[sort], (key, slot))

    def only(self, mentor_ids, chosen):
        """Those of these ids that are in a set, in their order."""
        size = len(self.ids)
        bits = chosen.to_bytes(size // 8 + 1, "little")
        places = ((pk, self.slots.get(pk, size)) for pk in mentor_ids)
        return [pk for pk, slot in places if slot < size and bits[slot >> 3] >> (slot & 7) & 1]

    def set_of(self, mentor_ids):
        """The set of these mentors, as far as they are listed."""
        size = len(self.ids)  # another thread may put in more meanwhile
        row = bytearray(size // 8 + 1)
        slots = self.slots
        for mentor_id in mentor_ids:
            slot = slots.get(mentor_id, size)
            if slot < size:
                row[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(row, "little") & self.listed


def _sort_keys(standing, sort_name, published_at):
    """In the order of SORTS. Newest first is the time turned negative."""
    return standing, sort_name, -(published_at.timestamp() if published_at else 0)


def members_of(chosen):
    """The bits of a set, lowest first."""
    text = f"{chosen:b}"[::-1]
    slot = text.find("1")
    while slot != -1:
        yield slot
        slot = text.find("1", slot + 1)


_shelf = Shelf()
_lock = threading.Lock()


def shelf():
    """The list as the database has it now. One statement if nothing has changed."""
    global _shelf
    version = _version()
    if version != _shelf.version:
        with _lock:
            if (
                version < _shelf.version
            ):  # another thread was quicker, or the database is an older one
                version = _version()
            _shelf = _caught_up(_shelf, version)
    return _shelf


def _version():
    return DirectoryVersion.objects.values_list("version", flat=True).get(pk=1)


def _caught_up(current, version):
    rows = Listing.objects.values_list(*COLUMNS).order_by("pk")
    if current.version < 0 or version < current.version:
        current = Shelf()
        current.fill(rows.iterator(chunk_size=5000))
    else:
        for row in rows.filter(version__gt=current.version):
            current.put(row)
    current.version = version
    return current


def forget():
    """Start afresh at the next request. For tests, whose databases come and go."""
    global _shelf
    _shelf = Shelf()
