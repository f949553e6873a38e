"""A pair whose mentorship began in March of last year, and addresses."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from testing import records

LAST_YEAR = timezone.localdate().year - 1
MARCH, JUNE, NOVEMBER = (date(LAST_YEAR, month, 17) for month in (3, 6, 11))


@pytest.fixture
def long_pair(pair):
    """Since 17 March of last year, still open."""
    return records.begun_on(pair, MARCH)


@pytest.fixture
def certificate(mentor, long_pair):
    """The mentor's, of that mentorship."""
    return records.certificate(mentor)


def proof(token):
    """The address of the link that proves a certificate."""
    return reverse("certificate_proof", args=[token])
