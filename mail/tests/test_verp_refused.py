"""What does not come from the way of one of our mails is left aside, and changes nothing."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from mail.incoming import inbox
from mail.models import OutgoingMail, Undeliverable
from testing.delivery_reports import report

pytestmark = pytest.mark.django_db
ADDRESS = "amina@test.example"


def refused(raw):
    with pytest.raises(inbox.NotOurs) as reason:
        inbox.take_in(raw)
    assert not Undeliverable.objects.exists()
    return str(reason.value)


def test_a_forged_number_is_refused(mail, back):
    number, _dash, mark = back.partition("@")[0].partition("+")[2].partition("-")

    for local in (
        f"bounces+{int(number) + 1}-{mark}",
        f"bounces+{number}-{'0' * len(mark)}",
        f"bounces+{number}-{mark[:-1]}",
        f"bounces+{number}",
        "bounces",
        f"meetings+{mark}",
        f"bounces+{'9' * 400}-{mark}",
    ):
        assert "nobody's mail" in refused(report(f"{local}@mentoring.example"))
    assert "nobody's mail" in refused(report(back.replace("mentoring", "elsewhere")))


def test_of_a_forgotten_letter_and_of_an_address_given_up_nothing_is_kept(mail, back):
    type(mail.to).objects.filter(pk=mail.to_id).update(email="new@test.example")
    assert "given up" in refused(report(back))

    OutgoingMail.objects.update(address="", to=None)
    assert "forgotten" in refused(report(back))
    OutgoingMail.objects.all().delete()
    assert "forgotten" in refused(report(back))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: Lunch?\r\n\r\nAt twelve.\r\n",
        b"\xff\x00 no mail at all",
        b"Subject: I am away\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday.",
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n",
        b"x" * (inbox.LARGEST + 1),
    ],
)
def test_what_is_no_report_is_left_aside(raw, mail):
    assert refused(raw)


@pytest.mark.any_database
def test_a_thousand_mutations_are_taken_or_refused(back):
    raw = report(back)
    ends = set()

    @limits(max_examples=1000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(at=st.integers(0, len(raw)), length=st.integers(0, 40), bits=st.binary(max_size=20))
    def mutated(at, length, bits):
        try:
            ends.add(inbox.take_in(raw[:at] + bits + raw[at + length :]))
        except inbox.NotOurs as reason:
            ends.add(str(reason))

    mutated()
    assert {True, False} < ends and any("nobody's mail" in str(end) for end in ends)
    assert {undeliverable.address for undeliverable in Undeliverable.objects.all()} == {ADDRESS}
