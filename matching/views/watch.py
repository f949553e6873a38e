"""Tell me when this mentor has room: from a profile, or from a request that led nowhere."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from mail.incoming.suppression_list import is_suppressed
from matching import rules, watching
from matching.availability import has_room_for
from matching.models import MentorRequest
from matching.views.mentor import back, mentor_or_404
from mentoring.lib.access import member_page


@member_page("POST")
def mentor_watch(request, code):
    """Wait for a mentor, or wait no longer. Undoing works for those who left the list, too."""
    if "undo" in request.POST:
        return _undone(request, code)
    mentor = mentor_or_404(request, code).member
    if mentor == request.user:
        raise Http404
    return _put(request, mentor)


@member_page("POST")
def request_watch(request, code):
    """The same for whom I asked in vain, in the list just now or not."""
    mentor_request = get_object_or_404(MentorRequest.objects.visible_to(request.user), code=code)
    if not rules.may_watch(request.user, mentor_request):
        raise PermissionDenied
    if "undo" in request.POST:
        return _undone(request, mentor_request.mentor.code)
    return _put(request, mentor_request.mentor)


def _put(request, mentor):
    name = {"name": mentor.name}
    if has_room_for(request.user, mentor):
        messages.info(request, _("%(name)s has room now, so you can ask.") % name)
    elif not watching.can_be_told(request.user):
        messages.warning(
            request,
            _(
                "You’ve turned off emails about requests, so we cannot let you know. You can "
                "turn them back on under “Email preferences” in your profile."
            ),
        )
    elif is_suppressed(request.user.email):
        messages.warning(
            request,
            _(
                "Our emails to you are not getting through, so we cannot let you know. On the home page, you "
                "can change your address or try it again."
            ),
        )
    else:
        watching.watch_mentor(request.user, mentor)
        messages.success(
            request,
            _("We’ll email you once, when %(name)s has room. We do not tell anyone you’re waiting.") % name,
        )
    return redirect(back(request))


def _undone(request, code):
    watching.stop_watching(request.user, code)
    messages.success(request, _("Alert cancelled. We will not email you about this mentor."))
    return redirect(back(request))
