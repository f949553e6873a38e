"""Private texts: whether the rings open them, and the list of what was shredded.

Without that list, a restored backup brings back what members were promised was gone.
"""

import os
from pathlib import Path

from django.conf import settings

from mentoring.lib.registry.doctor import look, ok, wrong
from privacy import account_closure, wrapped_keys
from privacy.erasure_list import ErasureListError, entries

NEWEST = 100  # keys of each kind


def keys_of_texts():
    """Each ring of this process against the newest keys that it should open. One that is missing is named elsewhere."""
    if not wrapped_keys.has_rings():
        return
    for ring, (opening, keys) in wrapped_keys.count_opening(NEWEST).items():
        if opening == keys:
            yield ok(ring, f"It opens the newest {keys} keys of private texts.")
        else:
            yield wrong(
                ring, f"It opens {opening} of the newest {keys} keys of private texts: it is another ring."
            )


def erasure_list():
    """The member process and the worker write it."""
    if settings.PROCESS == "staff":
        return
    path = Path(settings.ERASURE_LIST)
    try:
        lines, missing = len(entries()), sum(map(len, account_closure.not_listed()))
    except (ErasureListError, OSError) as error:
        yield wrong("ERASURE_LIST", f"It cannot be read: {error}")
        return
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        yield wrong("ERASURE_LIST", f"This process cannot write {path}.")
    elif not settings.DEMO and path.is_relative_to(settings.BASE_DIR):
        yield look(
            "ERASURE_LIST", f"{path} lies in the checkout: put it where it is backed up with every change."
        )
    elif missing:
        yield look(
            "ERASURE_LIST",
            f"{lines} lines in {path}, and none of {missing} things that were shredded: they are on the list of "
            "another machine. Share one file, or keep all of them for a restore (docs/backups.md).",
        )
    else:
        yield ok("ERASURE_LIST", f"{lines} lines in {path}.")
