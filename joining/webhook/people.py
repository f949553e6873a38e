"""Whom an event is about."""

import json

from django.db import connection

from joining.comparing import Entries
from joining.models import RosterEntry
from joining.reading.headings import folded


class EntriesOfEvent(Entries):
    """The entries that an event may mean, locked. `found` is whom it is about, `formers` are the same person.

    Unlike a row of a file, an event may name somebody by a number that they no longer have.
    """

    def __init__(self, person, former_ids):
        """Look up by numbers and the address; call it in a transaction."""
        super().__init__([person], former_ids, rows=RosterEntry.objects.select_for_update().order_by("pk"))
        by_id, by_email = self.of(person)
        formers = [self.by_id[number] for number in former_ids if number in self.by_id]
        self.found = by_id or next(iter(formers), None) or by_email or self._by_former_number(person)
        self.formers = [one for one in formers if one is not self.found]
        for former in self.formers:
            self.redirect(former, self.found)
        if self.found and self.found is not by_email:
            self.by_id |= dict.fromkeys(person.ids, self.found)

    def _by_former_number(self, person):
        """Numbers may be given anew: whoever has another name is somebody else."""
        name = folded(person.row.name)
        for number in person.ids:
            for entry in RosterEntry.objects.filter(**_lookup(number)).select_for_update():
                if number in entry.former_ids and name in ("", folded(entry.name)):
                    return entry
        return None


def _lookup(number):
    if connection.features.supports_json_field_contains:
        return {"former_ids__contains": [number]}
    return {"former_ids__icontains": json.dumps(number)}  # SQLite cannot look into a list
