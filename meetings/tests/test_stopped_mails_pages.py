"""Product 37: no page promises a mail about a meeting that will not come."""

import pytest

from mail.incoming import suppression_list
from mail.models import OutgoingMail
from meetings.tests.stopped_mails import cancelled, stop
from testing.making import agreed, rhythm
from testing.meeting_pages import of
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


@pytest.mark.parametrize("way", ["stopped", "comes back"])
def test_no_page_promises_a_mail_that_will_not_come(way, pair, as_, mentor, mentee):
    if way == "stopped":
        stop(mentor)
    else:
        suppression_list.suppress(mentor.email, "SMTP 550 5.1.1")
    meeting = agreed(pair, mentee)
    client = as_(mentee)
    pages = [
        main_text(client.get(of(pair, meeting, "cancel"))),
        main_text(client.post(of(pair, meeting, "cancel"), follow=True)),
    ]
    rhythm(pair, mentee)
    pages += [
        main_text(client.get(of(pair, "rhythm/end"))),
        main_text(client.post(of(pair, "rhythm/end"), follow=True)),
    ]

    assert all("We will not email Rosalind" in page for page in pages)
    assert not [page for page in pages if "ll email Rosalind" in page]


def test_where_neither_gets_mails_none_is_promised(pair, as_, mentor, mentee):
    stop(mentor)
    stop(mentee)
    meeting = agreed(pair, mentee)
    page = cancelled(pair, meeting, as_(mentee))

    assert (
        "We will not email either of you about it" in page
        and OutgoingMail.objects.filter(kind__contains="set").count() == 0
    )


def test_who_gets_none_is_told_so(pair, as_, mentor, mentee):
    stop(mentee)
    meeting = agreed(pair, mentee)
    page = cancelled(pair, meeting, as_(mentee))

    assert "You will not get an email about it yourself" in page
