"""Every mail of the demonstration, to be read by anybody. Routed only where DEMO is on."""

import base64
import hashlib
import re

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from demo import mailbox
from mentoring.lib.paging import page_of, pages_of

POLICY = (
    "default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@require_safe
def demo_mail(request):
    """The list."""
    page = page_of(mailbox.names(), request.GET.get("page"), size=50)
    mails = list(filter(None, map(mailbox.read_demo_mail, page.object_list)))
    return render(request, "demo/mail.html", {"mails": mails, "pages": pages_of(page)})


def _mail_or_404(name):
    mail = mailbox.read_demo_mail(name)
    if mail is None:
        raise Http404
    return mail


@require_safe
def demo_mail_detail(request, name):
    """The text part, with its links."""
    return render(request, "demo/mail_detail.html", {"mail": _mail_or_404(name)})


@require_safe
def demo_mail_html(request, name):
    """The HTML part, alone on a page. Its one style sheet is allowed by its hash, nothing else."""
    mail = _mail_or_404(name)
    styles = " ".join(_hash(style) for style in STYLE.findall(mail.html)) or "'none'"
    response = HttpResponse(mail.html)
    response.headers["Content-Security-Policy"] = POLICY.format(styles=styles)
    return response


def _hash(style):
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
