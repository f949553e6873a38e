"""May the year be told here, and by whom: the checks before the first day."""

import random
from datetime import datetime, time
from unittest.mock import patch

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from demo import people
from demo.year.programme import DOMAIN, Programme
from demo.year.telling import tell
from figures.models import Publication
from mentoring.lib import env
from profiles.models import Member

MONTHS = 12  # that are over, with the figures of each; and what has gone of this one
FEWEST, MOST = 10, 3000


def is_told():
    """Whether a year is there. It is told in one transaction: there is all of it, or nothing."""
    return Member.objects.filter(email__endswith=f"@{DOMAIN}").exists()


def check():
    """CommandError, in one line, where the year may not be told."""
    if not settings.DEMO:
        raise CommandError("Set DEMO=1 first: the demonstration has public passwords.")
    if Member.objects.filter(left_at=None).exclude(email__endswith="demo.example").exists():
        raise CommandError("This database has members who are not of the demonstration. Use an empty one.")
    if Publication.objects.exists() and not is_told():
        raise CommandError(
            "Figures of this database are published already. Use an empty one, with another VAR."
        )


@transaction.atomic
def fill(*, members, seed, months=None, say=print):
    """The demonstration, then the year up to last midnight (UTC): all of it, or nothing if it is interrupted."""
    people.fill()
    end = datetime.combine(timezone.now().date(), time(), tzinfo=timezone.now().tzinfo)
    programme = Programme(
        chance=random.Random(seed),
        members=members,
        start=end.replace(day=1) - relativedelta(months=months or MONTHS),
        end=end,
        coordinator=Member.objects.get(email="coordinator@demo.example"),
        password=make_password(people.PASSWORD),  # once: hashing is slow on purpose
    )
    with patch.object(settings, "FIGURES_KEY", _figures_key()):
        tell(programme, say=say)


def _figures_key():
    """The worker's: here one process does the work of all."""
    return settings.FIGURES_KEY or env.secret("FIGURES_KEY", settings.VAR / "figures-key")
