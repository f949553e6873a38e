"""E-mail addresses in one spelling: two spellings of one mailbox must never be two accounts."""

import re
import unicodedata

from django import forms

from mentoring.lib.text import BLANK, IGNORABLE, UNSEEN

IGNORED = str.maketrans(dict.fromkeys(IGNORABLE + BLANK))
LONGEST = 254
FULL_STOPS = str.maketrans("\u3002\uff61", "..")


def canonical_address(typed):
    """The one spelling of an address; what is no address comes back cleaned, for a validator to refuse.

    Small letters, no invisible characters, no spaces around its parts, full-width letters as plain ones, the
    domain in ASCII (IDNA, "xn--…") without a dot at its end. Dots and plus signs before the @ are the mailbox's.
    """
    bare = UNSEEN.sub("", typed.translate(IGNORED))
    bare = unicodedata.normalize("NFKC", bare).translate(IGNORED).translate(FULL_STOPS).lower()
    bare = unicodedata.normalize("NFC", bare).strip()
    local, at, domain = re.sub("^(mailto:)+", "", bare).rpartition("@")
    return local.strip() + at + _ascii_domain(domain.strip()) if at else domain.strip()


def _ascii_domain(domain):
    return ".".join(map(_ascii_label, domain.rstrip(".").split(".")))


def _ascii_label(label):
    """As IDNA 2008 writes it. The library's own codec follows IDNA 2003, where ß is another domain."""
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


class AddressField(forms.EmailField):
    """An e-mail address, in its one spelling."""

    def __init__(self, *, max_length=LONGEST, **kwargs):
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        """Canonical, then checked."""
        return canonical_address(super().to_python(value))
