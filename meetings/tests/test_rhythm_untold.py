"""Product 37: the place of regular meetings is sealed, and no mail says where they are."""

import pytest
from django.db import connection

from testing.making import rhythm_proposed
from testing.meeting_pages import all_of, mails, openly, says

pytestmark = pytest.mark.django_db


def test_the_place_is_sealed(proposed, rhythm_page, as_, mentor, mentee):
    with connection.cursor() as cursor:
        cursor.execute("SELECT place FROM meetings_meetingrhythm")
        [[raw]] = cursor.fetchall()

    assert len(bytes(raw)) > 40 and b"254 700" not in bytes(raw)
    for who in (mentor, mentee):
        assert says(as_(who), rhythm_page, "+254 700 000 000") != []


@pytest.mark.parametrize("open_", [False, True], ids=["discreet", "open"])
def test_the_mail_says_who_only_to_those_who_want_names_and_never_where(open_, pair, mentor, mentee):
    openly(*([mentor] if open_ else []))
    rhythm_proposed(pair, mentee)

    [outgoing] = mails(mentor, "rhythm_proposed")
    assert ("Amina Otieno" in all_of(outgoing)) == open_
    assert "254 700" not in all_of(outgoing)
    assert "the first Tuesday of each month" in outgoing.text
