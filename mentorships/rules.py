"""May they? One sentence each."""

from mentorships.models import MentorshipKind, MentorshipStatus


def takes_part(member, pair):
    """One of the two."""
    return member.pk in (pair.mentor_id, pair.mentee_id)


def may_write(member, mentorship):
    """Either of the two, until it has ended; then the archive only stays to be read."""
    return takes_part(member, mentorship) and mentorship.status != MentorshipStatus.ENDED


def may_set_goals(member, mentorship):
    """The mentee alone, or both peers: goals are one's own, the other reads them."""
    return member.pk == mentorship.mentee_id or (are_peers(mentorship) and takes_part(member, mentorship))


def may_change_goal(member, goal):
    """Whoever has set it."""
    return member.pk == goal.author_id


def are_peers(mentorship):
    """Neither is the mentor."""
    return mentorship.kind == MentorshipKind.PEERS


def may_see_details(mentorship):
    """How to reach the other and what they say of themselves: while it goes on, and not across a block."""
    return mentorship.status != MentorshipStatus.ENDED and not mentorship.apart
