"""A programme that is open for sign-up, and people in it."""

import pytest

from matching import services as asking
from mentorships.models import MentorshipKind
from programmes.models import Pairing
from testing.programmes import enrol, make


@pytest.fixture
def programme(db):
    """Open, and coordinators see all that can be seen."""
    return make()


def asked(programme, mentee, mentor, **words):
    """A request within a programme."""
    given = {"focus": "specific-skill", "message": "Would you?"} | words
    about = {"kind": MentorshipKind.PROGRAMME, "scheme": programme.code}
    return asking.send_request(mentee=mentee, mentor=mentor, **about, **given)


def paired(programme, mentee, mentor, places=2):
    """The pairing of two who take part, asked and accepted."""
    enrol(programme, mentor, part="mentor", places=places)
    enrol(programme, mentee)
    mentorship = asking.accept_request(asked(programme, mentee, mentor))
    return Pairing.objects.select_related("programme", "mentorship").get(mentorship=mentorship)


@pytest.fixture
def pairing(programme, mentee, mentor):
    """The two, in the programme."""
    return paired(programme, mentee, mentor)
