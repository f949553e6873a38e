"""May they? One sentence each."""

from meetings.models import MeetingStatus
from mentorships.models import MentorshipStatus as PairStatus
from mentorships.rules import takes_part


def may_arrange(member, mentorship):
    """Either of the two, while the mentorship goes on: paused or ended, nothing is ahead."""
    return takes_part(member, mentorship) and mentorship.status == PairStatus.ACTIVE


def may_pick(member, offer):
    """The other one: nobody picks from their own offer."""
    return member.pk != offer.by_id


def may_tell(member, meeting):
    """Either of the two, once it has begun; not of a talk held outside, which has been or is taken back."""
    told = (MeetingStatus.AGREED, MeetingStatus.HELD, MeetingStatus.MISSED)
    return takes_part(member, meeting.mentorship) and not meeting.logged and meeting.status in told


def is_off(member, meeting):
    """Called off; or the pair rests or has ended, and the worker has only not said so yet."""
    if meeting.status == MeetingStatus.AGREED and not meeting.over:
        return not may_arrange(member, meeting.mentorship)
    return meeting.status == MeetingStatus.CANCELLED
