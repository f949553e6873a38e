"""May they? One sentence each."""

from mentorships.models import MentorshipStatus


def takes_part(member, pair):
    """One of the two."""
    return member.pk in (pair.mentor_id, pair.mentee_id)


def may_write(member, mentorship):
    """Either of the two, until it has ended; then the archive only stays to be read."""
    return takes_part(member, mentorship) and mentorship.status != MentorshipStatus.ENDED


def may_set_goals(member, mentorship):
    """The mentee alone: goals are their own, the mentor reads them."""
    return member.pk == mentorship.mentee_id


def may_see_details(mentorship):
    """How to reach the other and what they say of themselves: while it goes on, and not across a block."""
    return mentorship.status != MentorshipStatus.ENDED and not mentorship.apart
