"""What the two agree on: read it, propose, agree, look back and compare."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mail.reach import if_mailed
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.agreement import changes, cleaned, parts_of, readable_parts
from mentorships.forms.agreement import AgreementForm
from mentorships.notifications import AgreementProposed
from mentorships.services import agreement as services
from mentorships.services.locking import Conflict
from mentorships.views.pair import number_in, pair_context, pair_page

SHOWN = 50


def _newest(mentorship):
    """The newest versions, each knowing who wrote it; words stay sealed until they are read."""
    return mentorship.adopt(list(mentorship.agreements.all()[:SHOWN]))


def _shown(version):
    """A version with its parts, for `_version.html`."""
    parts = parts_of(version)
    return {"version": version, "parts": None if parts is None else readable_parts(parts)}


def _difference(old, new):
    """What differs between two versions, for `_changes.html`; None where one does not open."""
    was, now = parts_of(old), parts_of(new)
    return None if was is None or now is None else changes(was, now)


@pair_page("GET")
def agreement(request, mentorship):
    """What is agreed on, what waits for an answer, and every version."""
    page = page_of(mentorship.agreements.all(), request.GET.get("page"), size=SHOWN)
    versions = mentorship.adopt(list(page.object_list))
    agreed, waiting = services.agreed_version(mentorship), services.waiting_version(mentorship)
    mentorship.adopt([version for version in (agreed, waiting) if version])
    context = pair_context(request, mentorship) | {
        "versions": [(version, version.number - 1) for version in versions],
        "pages": pages_of(page),
        "agreed": agreed and _shown(agreed),
        "waiting": waiting and _shown(waiting),
        "is_mine": bool(waiting and waiting.author_id == request.user.pk),
        "difference": agreed and waiting and _difference(agreed, waiting),
    }
    return render(request, "mentorships/agreement.html", context)


@pair_page("GET", "POST")
def agreement_propose(request, mentorship):
    """Propose the first version or another one; begins with the words of the newest."""
    context = pair_context(request, mentorship)
    if not context["may_write"] and request.method != "POST":
        messages.info(request, _("This mentorship has ended. You can still read its agreement."))
        return redirect("agreement", mentorship.code)
    newest = mentorship.agreements.first()
    before = (parts_of(newest) if newest else {}) or {}
    form = AgreementForm(request.POST if request.method == "POST" else None, initial=before)
    if request.method == "POST" and form.is_valid():
        answer = _proposed(request, mentorship, form)
        if answer:
            return answer
        newest = mentorship.agreements.first()
        context["theirs"] = _overtaken(request, newest, form)
    context |= {"form": form, "newest": newest}
    return render(request, "mentorships/agreement_propose.html", context)


def _proposed(request, mentorship, form):
    """Propose what was posted. None if the form has to be shown again."""
    seen = number_in(request.POST.get("seen"))
    with show_refusal(Conflict, form=form):
        services.propose_agreement(mentorship, by=request.user, parts=form.cleaned_data, seen=seen)
        other = mentorship.partner_of(request.user)
        told = _("We’ll email %(name)s to say it’s there.")
        proposed = if_mailed(_("Proposed."), told, to=other, notification=AgreementProposed)
        messages.success(request, proposed)
        return redirect("agreement", mentorship.code)
    return None


def _overtaken(request, newest, form):
    """How the newest version differs from the words just sent, if the sender has not seen it."""
    parts = parts_of(newest) if newest else None
    if parts is None or newest.number == number_in(request.POST.get("seen")):
        return None
    return changes(parts, cleaned(form.cleaned_data))


@pair_page("POST")
def agreement_agree(request, mentorship):
    """Agree to the version that was read."""
    with show_refusal(Conflict, request=request):
        services.agree(mentorship, by=request.user, number=number_in(request.POST.get("number")))
        messages.success(request, _("You’ve both agreed. Either of you can propose a change later."))
    return redirect("agreement", mentorship.code)


def _one(mentorship, number):
    return mentorship.adopt([get_object_or_404(mentorship.agreements, number=number)])[0]


@pair_page("GET")
def agreement_version(request, mentorship, number):
    """One version, as it was."""
    shown = _shown(_one(mentorship, number))
    return render(request, "mentorships/agreement_version.html", pair_context(request, mentorship) | shown)


@pair_page("GET")
def agreement_compare(request, mentorship):
    """Two versions, part by part. Without numbers: the two newest."""
    versions = _newest(mentorship)
    if not versions:
        return redirect("agreement", mentorship.code)
    new = _one(mentorship, number_in(request.GET.get("to", str(versions[0].number))))
    old = _one(mentorship, number_in(request.GET.get("from", str(versions[:2][-1].number))))
    context = {"old": old, "new": new, "difference": _difference(old, new), "versions": versions}
    return render(request, "mentorships/agreement_compare.html", pair_context(request, mentorship) | context)
