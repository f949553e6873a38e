"""Product 57: which private texts open for whom, and what was handed over under law."""

import pytest
from django.apps import apps
from django.utils import timezone

from mentoring.lib.vault.rows import Confidential
from privacy import visibility as told
from privacy.models import Disclosure, DisclosureNotice
from privacy.tests.seen_page import URL, part

pytestmark = pytest.mark.django_db


def test_every_kind_of_private_text_is_listed_with_whom_it_opens_for(page):
    rows = list(told.sealed())
    private = [model for model in apps.get_models() if issubclass(model, Confidential)]

    assert len(rows) == len(private)
    words = part(page, "operator")
    for row in rows:
        assert ", ".join(map(str, row["texts"])) in words
        assert row["open"]
    assert "256 bytes" in words
    assert {str(row["texts"][0]) for row in rows if row["alone"]} >= {
        "Private note",
        "Note on your shortlist",
    }


def test_the_court_is_not_passed_over(page):
    assert "handed over only where the law obliges" in part(page, "court")


def test_what_was_handed_over_stands_here_once_i_am_told_and_not_before(as_, mentor, mentee):
    now = timezone.now()
    disclosure = Disclosure.objects.create(
        number=1,
        officer="A",
        second_officer="B",
        reference="Cork 77/26",
        scope={},
        output_sha256="0" * 64,
        before="0" * 64,
        digest="0" * 64,
    )
    facts = {
        "disclosure": disclosure,
        "due_on": now.date(),
        "reference": disclosure.reference,
        "disclosed_at": disclosure.at,
    }
    notice = DisclosureNotice.objects.create(member=mentor, **facts)
    assert "Cork 77/26" not in part(as_(mentor).get(URL), "court")
    DisclosureNotice.objects.filter(pk=notice.pk).update(told_at=now)

    assert "reference Cork 77/26" in part(as_(mentor).get(URL), "court")
    assert "Cork 77/26" not in part(as_(mentee).get(URL), "court")
