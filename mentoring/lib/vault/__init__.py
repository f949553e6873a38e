"""Confidential texts: sealed before they reach the database, opened only where the key ring is.

`keyring` holds the root keys (a file, never the database), `envelope` wraps the random data key
of one author in one place, `cipher` seals a text bound to exactly that place, and `fields` makes
all of it one line in a model. Design and promises: docs/confidentiality.md.
"""

from mentoring.lib.vault.cipher import CannotOpen, CannotSeal
from mentoring.lib.vault.fields import PrivateText, opened
from mentoring.lib.vault.keyring import KeyRingError, load_ring

__all__ = ["CannotOpen", "CannotSeal", "PrivateText", "KeyRingError", "load_ring", "opened"]
