"""What the answer of a mail server means, for people who have to do something about it."""

import re

from django.utils.translation import gettext as _

ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
BASIC = re.compile(r"\b([45])(\d\d)\b")


def code_in_words(code):
    """A sentence for a code such as "SMTP 550 5.1.1"; empty for one that says nothing to anybody."""
    if found := ENHANCED.search(code):
        kind, subject, detail = found.groups()
        return _later() if kind == "4" else _of_status(subject, detail)
    if found := BASIC.search(code):
        return _later() if found[1] == "4" else _("The address was refused. Ask the member for another one.")
    return _("The mail server could not be reached.") if code else ""


def _of_status(subject, detail):
    if subject == "1":
        return _of_address(detail)
    if (subject, detail) == ("2", "2"):
        return _("The mailbox is full. The member has to make room.")
    if subject == "2":
        return _("The mailbox is closed or switched off.")
    if subject == "7":
        return _("The member’s mail server does not accept email from us. The operator has to look at it.")
    if subject in ("3", "4"):
        return _("The member’s mail server could not be reached.")
    return _("The address was refused. Ask the member for another one.")


def _of_address(detail):
    if detail == "2":
        return _("There is no mail server of this name. Is the part after the @ misspelt?")
    return _("There is no such mailbox. The address is misspelt, or the member has left that employer.")


def _later():
    return _("The mail server asked us to try later, and kept asking.")
