"""Coordinators see that mail goes out, never to whom about what (P13)."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from mail.models import OutgoingMail
from mail.outgoing import outbox
from profiles.notifications import UnknownAccount
from testing.staff_pages import SITE, name_of, shown

pytestmark = pytest.mark.django_db
GREETING = re.compile(r"<strong>[^<]+</strong> /")
LIST = reverse(name_of(OutgoingMail, "changelist"), urlconf=SITE)


@pytest.fixture(autouse=True)
def _letters(people, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def told(page, letter):
    """What a page tells of a letter."""
    words = (
        letter.subject,
        letter.address,
        letter.kind,
        letter.occasion,
        letter.to.name if letter.to else "",
    )
    return [word for word in words if word and word in page]


def pages_of(staff):
    """The list, each letter, its history; without the greeting of the one who is signed in."""
    return {url: GREETING.sub("", page) for url, (_status, page) in shown(staff, beneath="/mail/").items()}


def test_waiting_letters_show_neither_words_nor_whom(staff):
    """P13."""
    letters = list(OutgoingMail.objects.waiting())
    assert len(letters) > 10
    for url, page in pages_of(staff).items():
        assert [told(page, letter) for letter in letters if told(page, letter)] == [], url


def test_sent_letters_show_neither_words_nor_whom(staff):
    """P13: and the words are gone from the row itself."""
    OutgoingMail.objects.update(due_at=timezone.now())  # those that wait for the mail of the day, too
    letters = list(OutgoingMail.objects.all())
    assert outbox.drain() == len(letters)
    for url, page in pages_of(staff).items():
        assert [told(page, letter) for letter in letters if told(page, letter)] == [], url
    assert set(OutgoingMail.objects.values_list("subject", "text", "html")) == {("", "", "")}


def test_only_an_address_that_failed_is_shown(staff):
    """P13: somebody has to mend it."""
    dead, other = OutgoingMail.objects.order_by("pk")[:2]
    failed = {"dead_at": timezone.now(), "last_error": "SMTP 550", "failed_address": dead.address}
    OutgoingMail.objects.filter(pk=dead.pk).update(**failed)
    page = staff.get(LIST).content.decode()

    assert dead.address in page
    assert told(page.replace(dead.address, ""), dead) == []
    assert not other.address.startswith(dead.address) or told(page, other) == []


def test_a_letter_cannot_be_searched_written_or_changed(staff):
    """P13: a search would tell by its count."""
    letter = OutgoingMail.objects.first()
    rows = OutgoingMail.objects.count()
    for words in (letter.address, letter.subject, letter.kind, "request"):
        assert staff.get(LIST, {"q": words}).context["cl"].result_count == rows
    change = reverse(name_of(OutgoingMail, "change"), urlconf=SITE, args=[letter.pk])
    assert staff.post(change, {"subject": "x", "address": "x@evil.example"}).status_code == 403
    assert staff.post(reverse(name_of(OutgoingMail, "add"), urlconf=SITE)).status_code == 403
    assert OutgoingMail.objects.get(pk=letter.pk).address == letter.address


def test_the_search_for_told_words_finds_them():
    """The tests above can fail."""
    letter = UnknownAccount.post(address="x@planted.example", context={}, occasion="occasion-7")

    assert told("<td>x@planted.example</td>", letter) == ["x@planted.example"]
