"""What a member takes along: part by part, row by row, nothing private of anybody else.

A part is (name, title, rows): `name` becomes two files in the archive, and `rows(member)` yields plain dicts
with keys in English and values that JSON knows. Other people appear by their name alone. Each room declares
its parts, and its rows in the part of each mentorship, in its `privacy.py`; private texts come by themselves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import EXPORT_PARTS, PAIR_EXPORT
from mentorships.models import Mentorship
from privacy.private_texts import texts_by_kind


@dataclass(frozen=True)
class Part:
    """One file of the archive, as JSON and as HTML."""

    name: str
    title: str
    rows: Callable[[], Iterator[dict]]

    @property
    def data(self):
        """The file for programs."""
        return f"{self.name}.json"


def parts(member):
    """All parts, in the order of the table of contents."""
    for part in EXPORT_PARTS:
        yield Part(part.name, part.title, partial(part.rows, member))
    pairs = Mentorship.objects.visible_to(member).with_people().order_by("began_at", "pk")
    for number, pair in enumerate(pairs, 1):
        title = _("Mentorship with %(name)s") % {"name": pair.partner_of(member).name}
        yield Part(f"mentorship-{number}", title, partial(_mentorship, pair, member))


def _mentorship(pair, member):
    for of_a_room in PAIR_EXPORT.results(pair, member):
        yield from of_a_room
    for text in texts_by_kind(pair, member):
        yield {
            "what": text.label,
            "from": text.row.author.name,
            "written": plain(text.date),
            "text": text.words,
        }
