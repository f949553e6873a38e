"""Where a second coordinator confirms a role: on the members' site, so that the staff site alone cannot give one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from coordination.models import RoleProposal
from coordination.roles import rules, services
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role


@member_page("GET", "POST")
def role_confirm(request, code):
    """For the coordinators who may be the second person; for everybody else there is no such page."""
    proposals = RoleProposal.objects.select_related("member", "proposed_by")
    proposal = get_object_or_404(proposals, code=code)
    if not rules.may_confirm(request.user, proposal):
        raise Http404
    if request.method == "POST":
        with show_refusal(rules.RoleRefused, request=request):
            services.confirm_role(proposal, by=request.user)
            confirmed = _("Confirmed. %(name)s gets the role within a minute, and an email about it.")
            messages.success(request, confirmed % {"name": proposal.member.name})
        return redirect("role_confirm", proposal.code)
    context = {
        "proposal": proposal,
        "role": Role(proposal.role).label,
        "sentence": ROLE_SENTENCES[Role(proposal.role)],
        "waits": rules.open_proposals().filter(pk=proposal.pk, confirmation=None).exists(),
    }
    return render(request, "coordination/role_confirm.html", context)
