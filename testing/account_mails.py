"""Reading the newest letter to somebody, as its reader does."""

import re

from mail.models import OutgoingMail


def newest(address):
    """The letter itself."""
    return OutgoingMail.objects.filter(address=address).latest("pk")


def link(address):
    """The first link of the newest letter, as a path."""
    return re.search(r"https?://[^/\s]+(/\S*)", newest(address).text)[1]


def code(address):
    """The code in the newest letter."""
    return re.search(r"^([A-Z0-9]+-[A-Z0-9]+)$", newest(address).text, re.M)[1]


def confirm(browser, address):
    """Type the code of the newest letter, in the browser that asked for it."""
    return browser.post("/accounts/confirm-email/", {"code": code(address)})


def kinds(address):
    """What has been written to somebody, oldest first."""
    rows = OutgoingMail.objects.filter(address=address).order_by("pk").values_list("kind", flat=True)
    return list(rows)
