"""Product 60: what adds or counts rows of a member asks first whether they are still there."""

import pytest
from django.db import transaction
from django.utils import timezone

from profiles.locking import lock_member
from profiles.models import Member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dates", "staying", "held"),
    [
        ({}, False, True),
        ({}, True, True),
        ({"leaving_at": timezone.now()}, False, True),
        ({"leaving_at": timezone.now()}, True, False),
        ({"left_at": timezone.now()}, False, False),
        ({"left_at": timezone.now()}, True, False),
    ],
)
def test_nothing_is_added_to_an_account_that_closes_or_has_closed(dates, staying, held, mentee):
    """The member given may have been read long before: the row decides."""
    Member.objects.filter(pk=mentee.pk).update(**dates)

    with transaction.atomic():
        assert lock_member(mentee, staying=staying) is held


def test_one_statement_holds_it(mentee, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(1):
        lock_member(mentee, staying=True)
