"""The pages that the welcome mail leads to."""

from joining import offers
from joining.models import RosterEntry

JOIN = {"name": "Zoë Müller", "adult": "on", "terms": "on", "door": "find"}


def person(email, **facts):
    return RosterEntry.objects.create(name="Zoe Muller", email=email, **{"state": "current", **facts})


def page_of(entry):
    return f"/welcome/{offers.welcome_token(entry)}/"
