"""An account for somebody whom the association's sign-in knows and we did not."""

from django.db import transaction

from joining import one_person
from joining.accounts import HasAccount, make_account
from sso import arrivals


@transaction.atomic
def make_member(arrival, *, name, time_zone):
    """The new Member, who signs in from there from now on. HasAccount if somebody was faster."""
    entry = one_person.take_over(arrival.row, arrival.membership)
    if entry is None:
        raise HasAccount(arrival.row.email)
    member = make_account(entry, name=name, time_zone=time_zone)
    arrivals.connect(arrival, member)
    return member
