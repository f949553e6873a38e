"""What a name is: whatever people are called, in any script; and no message to strangers (attack A9).

A name stands in the subject and the first line of mails to people who have not said yes to anything. So it may be
long, and hold any letters, marks and apostrophes; it may not hold an address, a link, or a sentence.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_PARTS = 12
ENDINGS = "com|org|net|info|io|biz|edu|gov|app|dev|xyz|top|online|site|shop|link|click|example|[a-z]{2}"
LINK = re.compile(rf"[@/\\<>\[\]{{}}|:]|www\.|\b[\w-]{{2,}}\.(?:{ENDINGS})\b", re.IGNORECASE)
# Dr., St., J.R.R. and Ph.D. end in full stops; a word of more than four letters that does ends a sentence.
SENTENCE = re.compile(r"[!?;…。！？]|\w{5,}\.(?:\s|$)|\w{5,}\.\s*\w|\d{4,}")


def validate_name(name):
    """ValidationError for what is an address, a link or a sentence."""
    if LINK.search(name):
        raise ValidationError(_("Enter a name without an address or a link."), code="link")
    if SENTENCE.search(name) or len(name.split()) > MOST_PARTS:
        raise ValidationError(_("Enter your name, not a sentence."), code="sentence")
