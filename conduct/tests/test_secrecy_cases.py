"""The two rings open nothing of each other, and a case moved elsewhere opens nowhere (P8)."""

import uuid
from itertools import pairwise

import pytest
from django.db import connection

from conduct.models import Case, CaseKind, CaseText
from conduct.services import open_case
from factories import letter
from feedback.models import Feedback
from mentoring.lib.vault import CannotOpen, KeyRingError, envelope, keyring
from testing.private_texts import sql

pytestmark = pytest.mark.django_db
WORDS = "quiet-bittern-7"


@pytest.fixture
def case(mentee):
    return open_case(member=mentee, kind=CaseKind.REPORT, text=WORDS, copies=[("Letter", WORDS)])


def opens(model, column):
    """How many texts of a column open."""
    found = 0
    for row in model.objects.all():
        try:
            found += bool(getattr(row, column))
        except (CannotOpen, KeyRingError):
            continue
    return found


def test_a_case_opens_with_its_own_ring_alone(case, settings):
    settings.CONFIDENTIAL_KEYRING = ""
    assert (opens(CaseText, "text"), opens(CaseText, "copied_from")) == (2, 1)
    settings.CASE_KEYRING = ""
    assert opens(CaseText, "text") == 0


def test_the_staff_process_opens_cases_and_nothing_of_a_pair(case, pair, mentor, request):
    letter(pair, mentor)
    request.getfixturevalue("staff_site")

    assert (opens(CaseText, "text"), opens(Feedback, "letter")) == (2, 0)


def test_the_ring_of_cases_opens_nothing_of_a_pair(case, pair, mentor, settings):
    letter(pair, mentor)
    assert opens(Feedback, "letter") == 1
    settings.CONFIDENTIAL_KEYRING = settings.CASE_KEYRING

    assert opens(Feedback, "letter") == 0


def test_the_ring_of_pairs_opens_nothing_of_a_case(case, settings):
    settings.CASE_KEYRING = settings.CONFIDENTIAL_KEYRING

    assert opens(CaseText, "text") == 0


def test_with_one_ring_for_both_a_key_of_one_kind_still_serves_no_other(settings, tmp_path):
    """The purposes are apart, too: a key wrapped for a case is none of a pair in the same place."""
    keyring.create_ring(tmp_path / "one")
    settings.CONFIDENTIAL_KEYRING = settings.CASE_KEYRING = str(tmp_path / "one")
    place = {"scope": uuid.uuid4(), "author": 1}
    for mine, other in ((envelope.CASES, envelope.PAIRS), (envelope.PAIRS, envelope.CASES)):
        wrapped = envelope.wrap(envelope.new_key(), by=mine, **place)
        assert envelope.unwrap(wrapped, by=mine, **place)
        with pytest.raises(CannotOpen):
            envelope.unwrap(wrapped, by=other, **place)


def test_a_text_moved_to_another_member_or_case_does_not_open(case, stranger):
    other = open_case(member=stranger, kind=CaseKind.HELP, text="Other.")
    texts = [row.pk for row in case.texts.all()]
    assert opens(CaseText, "text") == 3
    sql("UPDATE conduct_casetext SET case_id = %s WHERE case_id = %s", other.pk, case.pk)
    assert opens(CaseText, "text") == 1  # the stranger's own
    sql("UPDATE conduct_casetext SET case_id = %s WHERE id IN (%s, %s)", case.pk, *texts)
    assert opens(CaseText, "text") == 3
    sql("UPDATE conduct_case SET member_id = %s WHERE id = %s", stranger.pk, case.pk)
    assert opens(CaseText, "text") == 1


def test_no_word_stands_in_the_database_in_clear(case):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM conduct_casetext")
        rows = [[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor.fetchall()]

    assert WORDS not in repr(rows)
    assert str(Case.objects.get()) == f"Case {case.pk}"


def test_the_numbers_of_cases_show_no_gap(mentee, mentor):
    """Attack A15: a coordinator who is reported sees no case of it, and no number that is missing."""
    numbers = [open_case(member=mentee, kind=CaseKind.HELP, text=str(text)).pk for text in range(5)]

    assert min(abs(one - other) for one, other in pairwise(sorted(numbers))) > 1
    assert min(numbers) > 1_000_000
