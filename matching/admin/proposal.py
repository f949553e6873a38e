"""The proposal for everybody who waits: how good it is, whom it serves worst, who is left over; sent or discarded."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.pages import PER_PAGE
from matching.assignment import deciding, waiting
from matching.assignment.candidates import listings
from matching.assignment.tiers import reasons
from matching.models import ProposalState, Tier, Wish
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.services.locking import Conflict
from profiles import access_log
from profiles.models import AccessedObject

SECONDS_TO_LOOK_AGAIN = 3


class ProposalPages:
    """A part of the admin of wishes: the page and its four buttons."""

    def proposal_urls(self):
        """For `get_urls`."""
        wrap = self.admin_site.admin_view
        return [
            path("proposal/", wrap(self.proposal), name="wish_proposal"),
            path("proposal/ask/", wrap(self.proposal_ask), name="wish_proposal_ask"),
            path("proposal/remove/<int:pk>/", wrap(self.proposal_remove), name="wish_proposal_remove"),
            path("proposal/<int:pk>/send/", wrap(self.proposal_send), name="wish_proposal_send"),
            path("proposal/<int:pk>/discard/", wrap(self.proposal_discard), name="wish_proposal_discard"),
        ]

    def proposal(self, request):
        """Where it stands; once it is ready, all of it. Every member named on the page can see that it was opened."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        the_proposal = deciding.the_proposal()
        context = self.admin_site.each_context(request) | {
            "title": _("Mentors for everyone who is waiting"),
            "opts": self.opts,
            "proposal": the_proposal,
            "waiting": waiting.waiting().count(),
            "again": SECONDS_TO_LOOK_AGAIN,
        }
        if the_proposal and the_proposal.state == ProposalState.READY:
            context |= _contents(request, the_proposal)
        return TemplateResponse(request, "matching/admin_proposal.html", context)

    def proposal_ask(self, request):
        """Let the worker begin."""
        self.check_post(request)
        with show_refusal(Conflict, request=request):
            deciding.ask_for_proposal()
        return redirect("admin:wish_proposal")

    def proposal_remove(self, request, pk):
        """Take one name out."""
        self.check_post(request)
        with show_refusal(Conflict, request=request):
            deciding.remove_name(pk)
            messages.success(request, _("Name removed from the proposal."))
        return redirect("admin:wish_proposal")

    def proposal_send(self, request, pk):
        """Send all names; what was dropped is said."""
        self.check_post(request)
        with show_refusal(Conflict, request=request):
            for said in _said(deciding.send_names(pk)):
                messages.success(request, said)
        return redirect("admin:wish_proposal")

    def proposal_discard(self, request, pk):
        """Forget it; everybody goes on waiting."""
        self.check_post(request)
        with show_refusal(Conflict, request=request):
            deciding.discard(pk)
            messages.success(request, _("Proposal discarded. Nobody was told anything."))
        return redirect("admin:wish_proposal")


def _said(sent):
    yield ngettext(
        "Sent to %(n)s member. They choose who to ask, and mentors still say yes or no.",
        "Sent to %(n)s members. They choose who to ask, and mentors still say yes or no.",
        sent.members,
    ) % {"n": sent.members}
    if sent.dropped:
        yield ngettext(
            "%(n)s name was left out: that mentor no longer has room.",
            "%(n)s names were left out: those mentors no longer have room.",
            sent.dropped,
        ) % {"n": sent.dropped}


def _contents(request, proposal):
    names = deciding.names_by_wish(proposal)
    page, worst = page_of(names, request.GET.get("page"), PER_PAGE), deciding.worst_off(names)
    over = proposal.left_over.order_by("reason", "wish__asked_at", "pk").select_related("wish__member")
    over_page = page_of(over, request.GET.get("over"), PER_PAGE)
    served = _served([*worst, *page])
    shown = {one["member"] for one in served.values()} | {left_over.wish.member for left_over in over_page}
    access_log.log_accesses(shown, by=request.user, what=AccessedObject.WISH)
    return {
        "tiers": [(tier.label, count) for tier, count in deciding.tier_counts(names)],
        "worst": [served[one[0].wish] for one in worst if one[0].wish in served],
        "members": [served[one[0].wish] for one in page if one[0].wish in served],
        "pages": pages_of(page),
        "over": over_page,
        "over_pages": pages_of(over_page),
    }


def _served(lists):
    """{wish: its member and the names, with reasons} for lists of Names. Always as many statements."""
    seekers = waiting.seekers(Wish.objects.filter(pk__in={names[0].wish for names in lists}))
    shown = listings({name.profile for names in lists for name in names})
    by_wish = {names[0].wish: names for names in lists}
    return {
        seeker.wish: {
            "wish": seeker.wish,
            "member": seeker.member,
            "names": [_with_reasons(seeker, name, shown.get(name.profile)) for name in by_wish[seeker.wish]],
        }
        for seeker in seekers
    }


def _with_reasons(seeker, name, card):
    """A name for the page. Who has left the list since has no reasons, and will not be sent."""
    fits, lacks = reasons(seeker, frozenset(card["facets"].split())) if card else ([], [])
    listed = {"tier": Tier(name.tier).label, "listed": bool(card), "fits": fits, "lacks": lacks}
    return {"pk": name.pk, "name": name.name, **listed}
