"""Telling the coordinators about somebody's line on the list of peers."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from conduct import rules
from conduct.models import CaseKind
from conduct.services import TooManyTexts, open_case
from conduct.views import say_what_happens_next
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from peers.forms import ReportForm
from peers.models import PeerProfile


@member_page("GET", "POST")
def peer_report(request, code):
    """A report with a copy of the line as it is now. Nobody but the coordinators is told."""
    seen = PeerProfile.objects.seen_by(request.user)
    profile = get_object_or_404(seen, member__code=code)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with show_refusal(TooManyTexts, form=form, field="report"):
            case = open_case(
                member=request.user,
                kind=CaseKind.REPORT,
                about=profile.member,
                text=form.cleaned_data["report"],
                copies=[(_("Line on the list of peers"), profile.about)],
            )
            return say_what_happens_next(request, case)
    readers = rules.case_readers(but=[request.user, profile.member])
    context = {"form": form, "other": profile.member, "profile": profile, "readers": readers}
    return render(request, "peers/peer_report.html", context)
