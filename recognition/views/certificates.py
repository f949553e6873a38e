"""Making a certificate, printing it, withdrawing it: for its member."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.links import member_link
from mentoring.lib.pages import show_refusal
from mentoring.lib.vault import opened
from recognition import records, sentences
from recognition.forms import CertificateForm, record_choices
from recognition.models import Certificate, TimeEntry
from recognition.periods import merged
from recognition.services import certificates
from second_factor.qr import draw_qr


@member_page("GET", "POST")
def certificate_new(request):
    """From what is in the records, and nothing else."""
    parts = records.taken_parts(request.user)
    form = CertificateForm(
        request.POST if request.method == "POST" else None,
        parts=parts,
        choices=record_choices(parts, _with_months),
        may_show_hours=TimeEntry.objects.filter(member=request.user).exists(),
    )
    if form.is_valid():
        with show_refusal(certificates.CannotMake, form=form):
            made = certificates.make_certificate(
                request.user,
                form.cleaned_data["records"],
                with_hours=form.cleaned_data.get("with_hours", False),
            )
            return redirect(made)
    context = {"form": form, "parts": parts}
    return render(request, "recognition/certificate_new.html", context, status=422 if form.errors else 200)


def _with_months(part):
    months = sentences.months_in_words(merged([part], timezone.localdate()))
    return _("%(record)s, %(months)s") % {"record": part.words, "months": months}


def _own_or_404(request, code):
    rows = Certificate.objects.visible_to(request.user).valid()
    certificate = get_object_or_404(rows, code=code)
    certificate.member = request.user
    return certificate


@member_page("GET")
def certificate_detail(request, certificate):
    """To print, and to copy the link from."""
    own = _own_or_404(request, certificate)
    token = opened(own, "token")
    link = member_link("certificate_proof", token) if token else ""
    context = {
        "certificate": own,
        "confirmation": sentences.confirmation(own),
        "hours": sentences.hours_sentence(own),
        "link": link,
        "qr": draw_qr(link) if link else None,
    }
    return render(request, "recognition/certificate_detail.html", context)


@member_page("GET", "POST")
def certificate_withdraw(request, certificate):
    """Ask once, then withdraw it for good."""
    own = _own_or_404(request, certificate)
    if request.method == "POST":
        certificates.revoke(own)
        messages.success(request, _("Certificate withdrawn. Its link now says so."))
        return redirect("recognition")
    context = {"certificate": own, "confirmation": sentences.confirmation(own)}
    return render(request, "recognition/certificate_withdraw.html", context)
