"""What several tests of this room share."""

import pytest

from conduct.models import CaseKind
from conduct.services import open_case
from coordination.groups import coordinator_group
from factories import member


@pytest.fixture
def case(mentee):
    return open_case(member=mentee, kind=CaseKind.HELP, text="I lost the thread.")


@pytest.fixture
def report(mentee, mentor):
    return open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=mentor)


@pytest.fixture
def colleague(db):
    found = member(name="Hal Jordan", is_staff=True)
    coordinator_group().user_set.add(found)
    return found
