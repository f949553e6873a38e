"""Texts that would like to be more than text in a calendar or in a mail."""

import unicodedata

from hypothesis import strategies as st

from factories import HOSTILE

PIECES = (
    "\r\n",
    "\r",
    "\n",
    "\n ",
    "\r\n\t",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "\x7f",
    "ATTENDEE:mailto:evil@example.org",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "METHOD:CANCEL",
    "Bcc: evil@example.org",
    '"',
    "'",
    ";",
    ",",
    ":",
    "\\",
    "\\n",
    "\\;",
    "^",
    "^n",
    "^'",
    "%0D%0A",
    "%",
    "=3D",
    "=?utf-8?q?=0D=0A?=",
    "🙂",
    "👩🏽‍🏫",
    "\u202e",
    "שרה",
    " ",
    "\t",
    "\u00a0",
    "\ufeff",
    "a",
    "Ж" * 40,
    "x" * 90,
)
NASTY = (
    "Amina\r\nATTENDEE:mailto:evil@example.org",
    "Amina\nEND:VEVENT\nBEGIN:VEVENT",
    'Amina";PARTSTAT=ACCEPTED:mailto:evil@example.org\r\nX:"',
    "  Amina  ",
    "^'^n^^",
    "\\",
    "",
    *(text for name, text in HOSTILE.items() if name != "long"),
)
TEXTS = st.one_of(
    st.text(max_size=60), st.sampled_from(NASTY), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
)


def cleaned(text, without=""):
    """What is left of a text: one line, no controls, no halves of characters, each run of spaces as one."""
    kinds, without = ("Cc", "Cs", "Zl", "Zp"), without + "\ufeff"
    gone = {c for c in text if unicodedata.category(c) in kinds or c in without}
    return " ".join("".join(" " if c in gone else c for c in text).split())
