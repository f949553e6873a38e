"""One peer, and the form to ask them. Drafts are kept as typed."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from conduct import blocks
from matching import rules, services
from matching.models import MentorRequest, RequestStatus
from matching.views.block import block_member
from mentoring.lib.access import member_page
from mentoring.lib.programme import numbers
from mentoring.lib.scraping import slowed
from mentoring.lib.vault import CannotOpen
from mentorships.models import MentorshipKind
from peers.forms import AskPeerForm
from peers.models import PeerProfile
from peers.reasons import reasons
from profiles.shown import member_facts

PEERS = MentorshipKind.PEERS
DRAFT = Q(kind=PEERS, status=RequestStatus.DRAFT)


@member_page("GET", "POST")
@slowed
def peer_detail(request, code):
    """Who it is, and the form. Sending it asks; saving it keeps a draft."""
    profile = _profile_or_404(request, code)
    draft = _draft(request.user, profile.member)
    form = AskPeerForm(request.POST if request.method == "POST" else None, initial=draft)
    answer = None
    if request.method == "POST":
        answer = (_kept if "save" in request.POST else _sent)(request, profile.member, form)
    return answer or render(request, "peers/peer_detail.html", _page(request, profile, form))


def _profile_or_404(request, code):
    """Somebody who is seen, or has been written to: a draft is not lost when they leave the list, or for good."""
    seen = PeerProfile.objects.seen_by(request.user).filter(member__code=code).first()
    profile = seen or _profile_out_of_sight(request, code)
    if profile is None:
        raise Http404
    profile.seen = seen is not None
    return profile


def _profile_out_of_sight(request, code):
    if draft := MentorRequest.objects.visible_to(request.user).filter(DRAFT, mentor__code=code).first():
        return PeerProfile(member=draft.mentor)
    profiles = PeerProfile.objects.exclude(blocks.blocked_by_me(request.user, "member"))
    others = profiles.exclude(member=request.user).select_related("member")
    return others.filter(member__code=code).first() if request.method == "POST" else None


def _draft(asker, asked):
    draft = MentorRequest.objects.filter(DRAFT, mentee=asker, mentor=asked).first()
    if draft is None:
        shared = [slug for slug in asker.seeking if slug in asked.seeking]
        return {"focus": shared[0]} if shared else {}
    try:
        return {"focus": draft.focus, "message": draft.message, "hopes": draft.hopes}
    except CannotOpen:
        return {"focus": draft.focus}


def _keep(request, asked, form):
    services.save_request_draft(mentee=request.user, mentor=asked, kind=PEERS, **form.draft())


def _kept(request, asked, form):
    """Keep a draft. None if something of it cannot be kept and has to be shown again."""
    _keep(request, asked, form)
    if form.unkept():
        return None
    messages.success(request, _("Draft saved. Only you can read it."))
    return redirect("peer_detail", asked.code)


def _sent(request, asked, form):
    """Send it. None if the form has to be shown again."""
    if not form.is_valid():
        return None
    try:
        sent = services.send_request(mentee=request.user, mentor=asked, kind=PEERS, **form.cleaned_data)
    except services.CannotAsk as error:
        _keep(request, asked, form)
        form.add_error(None, _("%(why)s We’ve saved what you wrote as a draft.") % {"why": error})
        return None
    messages.success(request, _("Request sent. The answer will appear on this page."))
    return redirect(sent)


def _page(request, profile, form):
    return {
        "profile": profile,
        "other": profile.member,
        "facts": member_facts(profile.member) if profile.seen else [],
        "reasons": reasons(request.user, profile.member) if profile.seen else [],
        "form": form,
        "days": numbers().request_expiry_days,
        "may_ask": rules.may_ask_more(request.user, PEERS),
    }


@member_page("POST")
def peer_block(request, code):
    """From their page among the peers."""
    seen = PeerProfile.objects.seen_by(request.user)
    return block_member(request, get_object_or_404(seen, member__code=code).member)


@member_page("POST")
def peer_draft(request, code):
    """Keep what is being typed. Called by the page itself; says only whether it is done."""
    profile = _profile_or_404(request, code)
    form = AskPeerForm(request.POST)
    _keep(request, profile.member, form)
    return HttpResponse(status=422 if form.unkept() else 204)
