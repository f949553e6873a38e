"""Figures for Prometheus: how the outbox stands. No names, and only for whoever holds the token."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, Gauge, generate_latest

from mail.outgoing.outbox_status import outbox_status

FIGURES = {
    "depth": ("mentoring_mail_due", "Mails that are due and not sent."),
    "held": ("mentoring_mail_held", "Mails that wait for their reader's one mail a day."),
    "oldest_seconds": ("mentoring_mail_oldest_seconds", "For how long the oldest of them has been due."),
    "dead": ("mentoring_mail_dead", "Mails given up in the last seven days."),
    "undeliverable": ("mentoring_mail_undeliverable", "Addresses that mail comes back from."),
    "retried": ("mentoring_mail_retried", "Mails that failed for a while and wait for another try."),
    "refused": (
        "mentoring_mail_refused",
        "Addresses of different domains that the mail server refuses alike.",
    ),
}


@require_safe
def metrics(request):
    """The figures as text. Without the token there is no such page."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, settings.METRICS_TOKEN):
        raise Http404
    status, registry = outbox_status(), CollectorRegistry()
    for field, (name, description) in FIGURES.items():
        Gauge(name, description, registry=registry).set(getattr(status, field))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)
