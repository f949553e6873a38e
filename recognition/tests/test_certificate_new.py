"""Making a certificate: from the records alone, by its member, about nobody else (product 67)."""

from datetime import date

import pytest
from django.urls import reverse

import factories
from mentorships.models import MentorshipKind
from mentorships.services import begin
from recognition.models import Certificate
from recognition.services import certificates
from recognition.tests.conftest import JUNE, LAST_YEAR, MARCH, NOVEMBER
from testing import records, talks

NEW = "/recognition/certificates/new/"


def page(answer):
    return answer.content.decode()


def test_it_is_made_from_the_mentorship_that_was_chosen(as_, mentor, long_pair):
    answer = as_(mentor).post(NEW, {"records": [f"mentorship-{long_pair.code}"]})

    made = Certificate.objects.get(member=mentor)
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.role, made.name, made.minutes) == ("mentor", mentor.name, None)
    assert [(p.first, p.goes_on) for p in made.periods] == [(date(LAST_YEAR, 3, 1), True)]


def test_dates_and_names_that_are_sent_change_nothing(as_, mentor, long_pair):
    """There is no field for them."""
    sent = {
        "records": [f"mentorship-{long_pair.code}"],
        "months": "1999-01",
        "name": "Dr Else",
        "role": "mentee",
    }
    as_(mentor).post(NEW, sent)

    made = Certificate.objects.get(member=mentor)
    assert (made.role, made.name, made.periods[0].first.year) == ("mentor", mentor.name, LAST_YEAR)


def test_the_other_one_is_nowhere_on_it(as_, mentor, mentee, certificate):
    """No name, no day of theirs, no code of the pair: neither on its page nor in its row."""
    shown = page(as_(mentor).get(certificate.get_absolute_url()))
    raw = str(Certificate.objects.filter(pk=certificate.pk).values().get())

    for told in (
        mentee.name,
        mentee.first_name,
        str(certificate.member.code),
        f"{MARCH:%-d} March",
        str(MARCH),
    ):
        assert told not in shown
        assert told not in raw
    assert mentee.name in page(as_(mentor).get(NEW))  # the form names them to its member alone


def test_what_rested_in_between_is_left_out(mentor, long_pair):
    records.stepped_on(long_pair, JUNE, "resting")
    records.stepped_on(long_pair, NOVEMBER, "active")
    records.stepped_on(long_pair, NOVEMBER, "ended")

    spans = [(p.first.month, p.last.month, p.goes_on) for p in records.certificate(mentor).periods]

    assert spans == [(3, 6, False), (11, 11, False)]


def test_a_pause_is_no_gap(mentor, long_pair):
    records.stepped_on(long_pair, JUNE, "paused")
    records.stepped_on(long_pair, NOVEMBER, "ended")

    assert [(p.first.month, p.last.month) for p in records.certificate(mentor).periods] == [(3, 11)]


def test_mentorships_side_by_side_are_one_period(mentor, long_pair):
    """How many there were is nothing that two certificates could be laid side by side by."""
    records.stepped_on(long_pair, NOVEMBER, "ended")
    other = records.begun_on(factories.pair(mentor, factories.member()), JUNE)
    records.stepped_on(other, JUNE, "ended")

    assert [(p.first.month, p.last.month) for p in records.certificate(mentor).periods] == [(3, 11)]


def test_talks_that_took_place_count_and_others_do_not(as_, mentor, mentee):
    held = talks.over(talks.booked(mentor, mentee))
    missed = talks.over(talks.booked(mentor, factories.member(), hours=99))
    type(held).objects.filter(pk=held.pk).update(status="held")
    type(held).objects.filter(pk=missed.pk).update(status="missed")

    shown = page(as_(mentor).get(NEW))
    assert f"talk-{held.code}" in shown and f"talk-{missed.code}" not in shown

    as_(mentee).post(NEW, {"records": [f"talk-{held.code}"]})
    made = Certificate.objects.get(member=mentee)
    assert (made.role, [p.kind for p in made.periods]) == ("mentee", ["talk"])


def test_peers_are_peers(mentor, mentee):
    begin(mentor=mentor, mentee=mentee, focus="leadership", style="", by=mentor, kind=MentorshipKind.PEERS)

    assert records.certificate(mentee).role == "peer"


def test_one_kind_at_a_time_and_what_was_chosen_stays(as_, mentor, pair):
    """Bad input: as a mentor and as a mentee on one paper."""
    other = factories.pair(factories.mentor().member, mentor)
    keys = [f"mentorship-{pair.code}", f"mentorship-{other.code}"]

    answer = as_(mentor).post(NEW, {"records": keys})

    assert answer.status_code == 422
    assert "Select records of one kind" in page(answer)
    assert page(answer).count("checked") == 2
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("keys", ([], ["mentorship-of-nobody"], ["'; DROP"], ["\x00"]))
def test_nothing_chosen_or_nothing_that_is_there_is_refused(as_, mentor, pair, keys):
    answer = as_(mentor).post(NEW, {"records": keys})

    assert answer.status_code == 422
    assert "Please check one thing" in page(answer)
    assert not Certificate.objects.exists()


def test_nobody_makes_one_of_a_mentorship_of_others(as_, stranger, pair):
    answer = as_(stranger).post(NEW, {"records": [f"mentorship-{pair.code}"]})

    assert answer.status_code == 422
    assert not Certificate.objects.exists()


def test_hours_are_on_it_if_its_member_chooses(as_, mentor, long_pair):
    """Those of its months, and only those."""
    records.entry(mentor, day=JUNE, minutes=90)
    records.entry(mentor, day=date(LAST_YEAR, 2, 28), minutes=600)
    key = f"mentorship-{long_pair.code}"

    as_(mentor).post(NEW, {"records": [key], "with_hours": "on"})
    as_(mentor).post(NEW, {"records": [key]})

    minutes = list(Certificate.objects.order_by("pk").values_list("minutes", flat=True))
    assert minutes == [90, None]
    assert "recorded 1 h 30 min" in page(
        as_(mentor).get(Certificate.objects.earliest("pk").get_absolute_url())
    )


def test_hours_are_not_offered_where_there_are_none(as_, mentor, pair):
    assert "with_hours" not in page(as_(mentor).get(NEW))


def test_the_name_is_that_of_the_day(as_, mentor, certificate):
    """A paper that was handed out and its proof go on saying the same."""
    type(mentor).objects.filter(pk=mentor.pk).update(name="Rosalind Newname")
    mentor.refresh_from_db()

    shown = page(as_(mentor).get(certificate.get_absolute_url()))

    assert "that Rosalind Achterberg took part" in shown


def test_a_double_click_makes_one(as_, mentor, long_pair):
    for _click in range(2):
        as_(mentor).post(NEW, {"records": [f"mentorship-{long_pair.code}"]})

    assert Certificate.objects.count() == 1


def test_two_windows_at_once_make_one(at_once):
    member = factories.mentor(name="Rosalind Achterberg").member
    pair = factories.pair(member, factories.member())

    made = at_once([lambda: records.certificate(member, keys={f"mentorship-{pair.code}"})] * 4)

    assert len({each.pk for each in made}) == 1, made


def test_there_is_an_end_to_it(as_, mentor, long_pair, monkeypatch):
    monkeypatch.setattr(certificates, "MOST_VALID", 1)
    records.certificate(mentor)
    records.entry(mentor, day=JUNE)

    answer = as_(mentor).post(NEW, {"records": [f"mentorship-{long_pair.code}"], "with_hours": "on"})

    assert answer.status_code == 422
    assert "Withdraw a certificate first" in page(answer)


def test_who_took_part_in_nothing_is_led_to_the_mentors(as_, stranger):
    shown = page(as_(stranger).get(NEW))

    assert "Nothing to certify yet" in shown
    assert reverse("mentor_list") in shown


def test_the_list_takes_as_many_statements_for_many(as_, mentor, statements):
    factories.pair(mentor, factories.member())
    client = as_(mentor)
    few = statements(client, NEW)
    type(mentor.mentor_profile).objects.filter(member=mentor).update(capacity=60)
    for _n in range(12):
        factories.pair(mentor, factories.member())

    assert statements(client, NEW) == few
