"""Block somebody: from a mentorship, a request or a profile. And whom I have blocked."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from conduct import blocks
from matching.blocking import block
from matching.models import MentorRequest, RequestStatus
from matching.views.mentor import mentor_or_404
from mentoring.lib.access import login_required_keep_post
from mentoring.lib.paging import page_of, pages_of
from mentorships.views.pair import pair_or_404
from profiles.models import Member


@require_POST
@login_required_keep_post
def mentorship_block(request, code):
    """From the page of a pair: it ends at once."""
    return _block(request, pair_or_404(request, code).partner_of(request.user))


@require_POST
@login_required_keep_post
def request_block(request, code):
    """From a request, sent or received, waiting or decided."""
    mine = MentorRequest.objects.visible_to(request.user).exclude(status=RequestStatus.DRAFT)
    return _block(request, get_object_or_404(mine, code=code).partner_of(request.user))


@require_POST
@login_required_keep_post
def mentor_block(request, code):
    """From a profile."""
    whom = mentor_or_404(request, code).member
    if whom == request.user:
        raise Http404
    return _block(request, whom)


def _block(request, whom):
    block(request.user, whom)
    messages.success(
        request,
        _("You and %(name)s no longer find or reach each other here. Nobody has been told.")
        % {"name": whom.name},
    )
    return redirect("blocked_list")


@require_safe
@login_required_keep_post
def blocked_list(request):
    """Whom I have blocked, and the way back."""
    page = page_of(blocks.blocked_by(request.user), request.GET.get("page"))
    return render(request, "conduct/blocked_list.html", {"rows": page, "pages": pages_of(page)})


@require_POST
@login_required_keep_post
def unblock(request, code):
    """Let us find each other again. What ended stays ended."""
    whom = get_object_or_404(Member, code=code)
    if not blocks.unblock(request.user, whom):
        raise Http404
    messages.success(
        request,
        _("You and %(name)s can find each other again. What ended stays ended.")
        % {"name": whom.name},
    )
    return redirect("blocked_list")
