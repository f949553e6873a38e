"""Block somebody: from a mentorship, a request or a profile. And whom I have blocked."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from conduct import blocks
from matching.blocking import block
from matching.models import MentorRequest, RequestStatus
from matching.views.mentor import mentor_or_404
from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from mentorships.views.pair import pair_page
from profiles.models import Member


@pair_page("POST")
def mentorship_block(request, mentorship):
    """From the page of a pair: it ends at once."""
    return block_member(request, mentorship.partner_of(request.user))


@member_page("POST")
def request_block(request, code):
    """From a request, sent or received, waiting or decided."""
    mine = MentorRequest.objects.visible_to(request.user).exclude(status=RequestStatus.DRAFT)
    return block_member(request, get_object_or_404(mine, code=code).partner_of(request.user))


@member_page("POST")
def mentor_block(request, code):
    """From a profile."""
    whom = mentor_or_404(request, code).member
    if whom == request.user:
        raise Http404
    return block_member(request, whom)


def block_member(request, whom):
    """Block somebody, and say so to the one who did."""
    block(request.user, whom)
    messages.success(
        request,
        _("You and %(name)s can no longer find or contact each other here. We have not told anyone.")
        % {"name": whom.name},
    )
    return redirect("blocked_list")


@member_page("GET")
def blocked_list(request):
    """Whom I have blocked, and the way back."""
    page = page_of(blocks.blocked_by(request.user), request.GET.get("page"))
    return render(request, "conduct/blocked_list.html", {"rows": page, "pages": pages_of(page)})


@member_page("POST")
def unblock(request, code):
    """Let us find each other again. What ended stays ended."""
    whom = get_object_or_404(Member, code=code)
    if not blocks.unblock(request.user, whom):
        raise Http404
    messages.success(
        request,
        _("You and %(name)s can find each other again. Anything that ended stays ended.")
        % {"name": whom.name},
    )
    return redirect("blocked_list")
