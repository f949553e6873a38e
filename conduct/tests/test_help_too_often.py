"""Attack A10: each text for the coordinators is a mail to all of them, so there is an end to them; no word is lost."""

from datetime import timedelta

import pytest
from django.db.models import F

from conduct import services
from conduct.models import Case, CaseKind, CaseText
from mail.models import OutgoingMail
from peers.services import look_for_peer

pytestmark = pytest.mark.django_db
MORE = "quiet-bittern-7, once more"


def write(member, number):
    case = services.open_case(member=member, kind=CaseKind.HELP, text=f"First of {number}.")
    for n in range(number - 1):
        services.add_text(case, author=member, text=f"And {n}.")
    return case


@pytest.fixture
def addresses(pair, mentee, coordinator, stranger):
    """{name: (address, name of the field)} of every page from which coordinators are written to."""
    look_for_peer(stranger, about="Maps.")
    closed, case = write(mentee, 1), write(mentee, services.TEXTS_AN_HOUR - 1)
    services.close_case(closed)
    return {
        "new": ("/help/new/", "text"),
        "more": (f"/help/{case.code}/say/", "text"),
        "again": (f"/help/{closed.code}/again/", "text"),
        "pair": (f"{pair.get_absolute_url()}trouble/help/", "text"),
        "report": (f"{pair.get_absolute_url()}trouble/report/", "text"),
        "peer": (f"/peers/{stranger.code}/report/", "report"),
    }


@pytest.mark.parametrize("page", ("new", "more", "again", "pair", "report", "peer"))
def test_the_eleventh_in_an_hour_is_refused_in_words_and_stays_on_the_page(page, addresses, as_, mentee):
    """Sixty mails to each coordinator in seconds, before."""
    address, field = addresses[page]
    before = OutgoingMail.objects.count(), CaseText.objects.count()
    answer = as_(mentee).post(address, {field: MORE})

    assert MORE in answer.content.decode()
    assert "You’ve written a lot of messages in the last hour." in answer.content.decode()
    assert (OutgoingMail.objects.count(), CaseText.objects.count()) == before
    assert Case.objects.filter(closed_at=None).count() == 1


def test_an_hour_later_one_can_write_again_up_to_thirty_a_day(mentee, coordinator):
    for _hour in range(services.TEXTS_A_DAY // services.TEXTS_AN_HOUR):
        write(mentee, services.TEXTS_AN_HOUR)
        CaseText.objects.update(written_at=F("written_at") - timedelta(hours=2))
    with pytest.raises(services.TooManyTexts, match="today"):
        write(mentee, 1)
    CaseText.objects.update(written_at=F("written_at") - timedelta(days=1))

    assert write(mentee, 1)


def test_others_are_not_held_back(mentee, stranger, coordinator):
    write(mentee, services.TEXTS_AN_HOUR)

    assert write(stranger, 1)
