"""The two are told of a disclosure, at once or when a bar ends (product 32, P30)."""

from datetime import timedelta

from django.urls import get_resolver
from django.utils import timezone

from mail.models import OutgoingMail
from privacy import disclosure_notices
from testing.private_texts import MARKER
from testing.world import routes


def test_both_are_told_at_once(run, mentor, mentee):
    """Product 32: the mail says that, when and under which reference; no word of theirs."""
    run()

    assert disclosure_notices.tell_due() == 2
    told = OutgoingMail.objects.filter(kind="privacy/disclosed")
    assert {letter.to_id for letter in told} == {mentor.pk, mentee.pk}
    for letter in told:
        assert "Case 12/2026" in letter.text
        assert MARKER not in letter.text + letter.html
    assert disclosure_notices.tell_due() == 0


def test_a_bar_ends(run):
    """Told when the law no longer forbids it."""
    until = timezone.now().date() + timedelta(days=90)
    run(barred=until)

    assert disclosure_notices.tell_due() == 0
    assert disclosure_notices.tell_due(until - timedelta(days=1)) == 0
    assert disclosure_notices.tell_due(until) == 2


def test_no_page_leads_there():
    """No web page exists for it."""
    for urlconf in ("mentoring.urls", "mentoring.urls_staff"):
        get_resolver(urlconf)
        assert not [key for key, pattern, _names in routes(urlconf) if "disclos" in key + pattern]
