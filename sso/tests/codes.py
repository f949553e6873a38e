"""The code that somebody reads in their mail."""

import re

from mail.models import OutgoingMail
from sso.notifications import AddressCode


def code_in_last_mail():
    mail = OutgoingMail.objects.filter(kind=AddressCode.folder).latest("pk")
    return re.search(r"^([A-Z0-9-]{6,})$", mail.text, re.M)[1]
