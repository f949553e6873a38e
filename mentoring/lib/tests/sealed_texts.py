"""A sealed text, its key and its place."""

from mentoring.lib.vault import cipher
from mentoring.lib.vault.cipher import Binding

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
PLACE = Binding("feedback", "letter", "pair-1", "row-1", 1, 2, 3)
TEXT = "The marker zirconium-gannet stands here."
SEALED = cipher.seal(TEXT, key=KEY, number=1, place=PLACE)
