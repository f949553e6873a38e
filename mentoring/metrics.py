"""Figures for Prometheus: how the outbox stands. No names, and only for whoever holds the token."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from mail.outgoing import outbox_status

FIGURES = {
    "depth": ("mentoring_mail_due", "Letters that are due and not sent."),
    "held": ("mentoring_mail_held", "Letters that wait for their reader's one mail a day."),
    "oldest_seconds": (
        "mentoring_mail_oldest_seconds",
        "For how long the oldest of them has been due.",
    ),
    "dead": ("mentoring_mail_dead", "Letters given up in the last seven days."),
    "undeliverable": ("mentoring_mail_undeliverable", "Addresses that mail comes back from."),
}


@require_safe
def metrics(request):
    """The figures as text. Without the token there is no such page."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, settings.METRICS_TOKEN):
        raise Http404
    stands = outbox_status.outbox_status()
    lines = [line for name, (label, said) in FIGURES.items() for line in (
        f"# HELP {label} {said}", f"# TYPE {label} gauge", f"{label} {getattr(stands, name)}")]  # fmt: skip
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8"
    )
