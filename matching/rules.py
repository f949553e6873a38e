"""May they? One sentence each."""

from conduct import blocks
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.programme import numbers
from mentorships.models import MentorshipKind
from profiles.models import MentorProfile

MAY_SUGGEST = "matching.view_wish"  # a post that its writer handed over


def may_answer(member, request):
    """The mentor, while it waits."""
    return request.status == RequestStatus.OPEN and member.pk == request.mentor_id


def may_withdraw(member, request):
    """The one who asked, while it waits."""
    return request.status == RequestStatus.OPEN and member.pk == request.mentee_id


def may_talk(member, request):
    """Either of the two, until it is decided (product 20)."""
    return request.status == RequestStatus.OPEN and member.pk in (request.mentor_id, request.mentee_id)


def may_see_profile(request):
    """While it waits, and not across a block: what the other one says of themselves later is not for this page."""
    return request.status == RequestStatus.OPEN and not request.apart


def asked_in_vain(member, request):
    """The one who asked, and got a no or no answer (product 21)."""
    return (
        request.status in (RequestStatus.DECLINED, RequestStatus.EXPIRED) and member.pk == request.mentee_id
    )


def may_pause(member, request):
    """The mentor who let it lapse, while still in the list."""
    lapsed = request.status == RequestStatus.EXPIRED and member.pk == request.mentor_id
    return lapsed and is_for_mentor(request) and member.is_mentor and member.mentor_profile.listed


def may_watch(member, request):
    """The one who asked in vain: not across a block, nor somebody who has left."""
    in_vain = asked_in_vain(member, request) and is_for_mentor(request)
    return in_vain and not (request.blocked or request.mentor.left_at)


def is_for_mentor(request):
    """Whether it asks one of the list, not a peer and not in a programme."""
    return request.kind == MentorshipKind.MENTORING


def may_ask_more(member, kind=MentorshipKind.MENTORING):
    """Fewer open requests of this kind than the programme allows at a time (product 22).

    One to a mentor who has left the list since is not counted: whether it will be answered, nobody knows.
    """
    waiting = MentorRequest.objects.filter(mentee=member, kind=kind, status=RequestStatus.OPEN)
    if kind == MentorshipKind.MENTORING:
        waiting = waiting.filter(mentor__in=MentorProfile.objects.listed().values("member"))
    return waiting.count() < numbers().open_requests_at_once


def is_away(request):
    """A mentor who is still asked and has left the list since: on a break, or hidden by the coordinators."""
    return (
        request.status == RequestStatus.OPEN
        and is_for_mentor(request)
        and not MentorProfile.objects.listed().filter(member=request.mentor_id).exists()
    )


def may_find(member, mentor):
    """A mentor in the list, and neither has blocked the other. `mentor` is a profile."""
    return mentor.listed and not blocks.are_apart(member, mentor.member)


def may_write_to(member, mentor, *, sending):
    """A mentor in the list; or one who has left it while the member was writing to them: no word is lost.

    `mentor` is a profile. One whose mentor has blocked the member is answered like one who is on a break.
    """
    if may_find(member, mentor) or (sending and mentor.published_at):
        return True
    drafts = MentorRequest.objects.filter(
        mentee=member, kind=MentorshipKind.MENTORING, status=RequestStatus.DRAFT
    )
    return drafts.filter(mentor=mentor.member_id).exists()


def same_employer(one, other):
    """Whether the two say that they work for the same employer, however they spell it (product 19)."""
    names = {(member.employer or "").casefold().strip() for member in (one, other)}
    return len(names) == 1 and names != {""}
