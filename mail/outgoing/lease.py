"""How long a claim holds. One place, so that trials can make time run faster."""

from datetime import timedelta

LEASE = timedelta(minutes=5)
