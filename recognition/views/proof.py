"""What the link of a certificate shows to anybody who has it; to anybody else, that there is none."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.lib.access import before_accepting
from recognition import sentences
from recognition.models import Certificate
from recognition.throttle import is_guessing, note_guess

# Its address is the secret. That no other site is told of it (Referrer-Policy), every page of ours says.
SECRET_PAGE = {"X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "no-store"}


@before_accepting
@require_safe
def certificate_proof(request, token):
    """Valid, withdrawn, or none: who was given a link is told the truth, and who guesses finds nothing to tell from."""
    if is_guessing(request):
        return _answer(request, "slowed", status=429)
    certificate = Certificate.objects.of_token(token)
    if certificate is None:
        note_guess(request)
        return _answer(request, "none", status=404)
    if certificate.revoked_at:
        return _answer(request, "withdrawn", status=410)
    return _answer(request, "proof", certificate=certificate)


def _answer(request, page, *, status=200, certificate=None):
    context = {"today": timezone.localdate()}
    if certificate:
        context |= {
            "certificate": certificate,
            "confirmation": sentences.confirmation(certificate),
            "hours": sentences.hours_sentence(certificate),
        }
    answer = render(request, f"recognition/certificate_{page}.html", context, status=status)
    for name, value in SECRET_PAGE.items():
        answer[name] = value
    return answer
