"""What the worker could not decide of an event waits for a coordinator, who answers as for a file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from joining.models import ClashAnswer, EventState, MembershipEvent, RosterEntry, StateMeaning
from joining.privacy import forget_events
from joining.tests.webhook_answers import PAGE, TOMAS, answer


def test_the_first_page_says_so_and_leads_there(office):
    first = office.get("/admin/").content.decode()
    assert "A notice from the membership system is waiting for your answer" in first and PAGE in first

    page = office.get(PAGE).content.decode()
    assert "Emeritus" in page and "amina@library.example" in page


def test_the_same_person_takes_the_number(office, asked):
    answer(office, asked[1], "same")

    assert asked[1].state == EventState.DONE
    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.former_ids, entry.name) == ("8", ["7"], "Tomás Rivera")


def test_another_person_is_left_out_and_nothing_of_them_kept(office, asked, tell, settings):
    answer(office, asked[1], "other")

    assert (asked[1].state, asked[1].data, asked[1].text) == (EventState.DISCARDED, {}, "")
    assert RosterEntry.objects.get().name == "Amina Otieno"
    settings.ROOT_URLCONF = "mentoring.urls"
    assert tell("joined", TOMAS).state == EventState.DISCARDED


def test_leaving_out_empties_it(office, asked):
    assert "Saved." in answer(office, asked[0], "discard")

    assert (asked[0].state, asked[0].data, asked[0].text) == (EventState.DISCARDED, {}, "")
    assert "already answered" in answer(office, asked[0], "discard")


@pytest.mark.parametrize("choice", ["same", "current", "nonsense"])
def test_what_was_not_asked_answers_nothing(choice, office, asked):
    event = asked[0] if choice != "current" else asked[1]
    answer(office, event, choice)

    assert event.state == EventState.QUESTION
    assert not ClashAnswer.objects.exists() and not StateMeaning.objects.exists()


def test_what_failed_can_be_tried_again(office, asked):
    MembershipEvent.objects.filter(pk=asked[0].pk).update(question="row", text="")
    assert "This could not be processed." in office.get(PAGE).content.decode()
    StateMeaning.objects.create(word="emeritus", meaning="current")

    answer(office, asked[0], "again")
    assert asked[0].state == EventState.DONE


@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger"])
def test_nobody_but_coordinators_comes_in(who, office, asked, client, request):
    client.force_login(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == 302
    client.post(f"{PAGE}{asked[0].pk}/", {"discard": ""})
    asked[0].refresh_from_db()
    assert asked[0].state == EventState.QUESTION


def test_the_page_costs_the_same_with_one_and_with_fifty(office, statements):
    few = statements(office, PAGE)
    _many(50)

    assert statements(office, PAGE) == few


def test_after_a_month_events_are_forgotten_but_for_those_still_to_do(office, asked):
    old = timezone.now() - timedelta(days=31)
    _many(1)
    MembershipEvent.objects.update(made_at=old)
    MembershipEvent.objects.filter(pk=asked[0].pk).update(state=EventState.RECEIVED)

    assert forget_events(timezone.now(), timedelta(days=30)) == 2
    assert MembershipEvent.objects.get() == asked[0]


def _many(count):
    now = timezone.now()
    MembershipEvent.objects.bulk_create(
        MembershipEvent(
            webhook_id=f"many_{n}",
            type="member.changed",
            occurred_at=now,
            state=EventState.QUESTION,
            question="state",
            text="Odd",
        )
        for n in range(count)
    )
