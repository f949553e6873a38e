"""Letters of a topic, as the apps above write them."""

from datetime import UTC, datetime
from types import SimpleNamespace

from feedback.notifications import FeedbackGiven
from mail.models import OutgoingMail
from matching.notifications import RequestReceived

OTHER = SimpleNamespace(name="Bob Oduya", first_name="Bob")
DAY = datetime(2026, 3, 14, 12, tzinfo=UTC)


def feedback_to(to, *, occasion=None, **more):
    """There is feedback to read."""
    context = {"reader": to, "other": OTHER, "link": "https://m.example/"}
    return FeedbackGiven.post(to=to, context=context, occasion=occasion or f"feedback-{to.pk}", **more)


def request_to(to):
    """Somebody asks."""
    request = SimpleNamespace(
        mentee=OTHER, mentor=to, remind_first_at=DAY, remind_again_at=DAY, expires_at=DAY
    )
    context = {"reader": to, "other": OTHER, "request": request, "link": "https://m.example/"}
    return RequestReceived.post(to=to, context=context, occasion=f"request-{to.pk}")


def mails_to(member):
    """The kinds of the mails written to a member, oldest first."""
    return list(OutgoingMail.objects.filter(to=member).order_by("pk").values_list("kind", flat=True))
