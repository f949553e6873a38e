"""The state of the browse page as an address, and the addresses next to it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from directory.choices import label


@dataclass(frozen=True)
class Address:
    """What is searched, picked, sorted by, and which page."""

    query: str
    picked: dict
    sort: str
    number: int

    def to(self, *, picked=None, number=1, query=None):
        """The address of a neighbouring state."""
        pairs = [("q", self.query if query is None else query)]
        picked = self.picked if picked is None else picked
        pairs += [(kind, slug) for kind, slugs in picked.items() for slug in slugs]
        pairs += [("sort", "" if self.sort == "recommended" else self.sort)]
        pairs += [("page", str(number) if number > 1 else "")]
        kept = [(name, value) for name, value in pairs if value]
        return f"/mentors/?{urlencode(kept)}" if kept else "/mentors/"

    def only(self, **picked):
        """Nothing but these filters."""
        return self.to(picked=picked, query="")

    def chosen(self):
        """(label, address without it) for every choice that was made."""
        for kind, slugs in self.picked.items():
            for slug in slugs:
                rest = self.picked | {kind: [other for other in slugs if other != slug]}
                yield label(kind, slug), self.to(picked=rest)

    def pages(self, page):
        """What the pagination part wants."""
        first, last = page.number > 1, page.number < page.count_pages
        return {
            "number": page.number,
            "count_pages": page.count_pages,
            "first": self.to() if first else None,
            "previous": self.to(number=page.number - 1) if first else None,
            "next": self.to(number=page.number + 1) if last else None,
            "last": self.to(number=page.count_pages) if last else None,
        }
