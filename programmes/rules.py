"""May they? One sentence each."""

from profiles.models import MentorProfile
from programmes.models import Enrolment, EnrolmentState


def open_enrolment(member, programme):
    """The enrolment with which somebody takes part or waits, or None."""
    return Enrolment.objects.open().filter(programme=programme, member=member).first()


def takes_part(enrolment):
    """Whether this enrolment, or None, opens the inside of the programme."""
    return bool(enrolment) and enrolment.state == EnrolmentState.ENROLLED


def may_look(member, programme):
    """A programme that is published; a draft is not there for anybody on the members' site."""
    return member.is_authenticated and programme.published_at is not None


def may_become_mentor(member):
    """A mentor in the list: the others see in a programme what the list shows of them."""
    return MentorProfile.objects.listed().filter(member=member).exists()
