"""The pages of members: what is said before joining, what is typed is kept, who sees what."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail import preferences
from programmes.models import Enrolment, Sees
from testing.pages import main_text
from testing.programmes import enrol, make, milestone

pytestmark = pytest.mark.django_db
JOIN = {"part": "mentee", "suits": "on", "focus": "confidence"}


def page_of(programme, path=""):
    return f"/programmes/{programme.code}/{path}"


def joined(client, programme, **data):
    return client.post(page_of(programme, "join/"), JOIN | {"seen": int(programme.sees)} | data)


@pytest.mark.parametrize(
    ("sees", "said"),
    [
        (Sees.NUMBERS, "never the true number"),
        (Sees.MEMBERS, "They do not see who is paired with whom"),
        (Sees.PAIRS, "who you’re paired with"),
        (Sees.MILESTONES, "which milestones the two of you have marked"),
    ],
)
def test_what_coordinators_will_see_stands_there_before_joining(sees, said, as_, mentee):
    text = main_text(as_(mentee).get(page_of(make(sees=sees))))

    assert "What the coordinators will see of you" in text and said in text
    assert "never see requests, messages, goals, notes or feedback" in text


def test_those_who_joined_read_what_holds_for_them(as_, mentee):
    programme = make(sees=Sees.MEMBERS)
    enrol(programme, mentee)
    programme.sees = Sees.MILESTONES
    programme.save()

    text = main_text(as_(mentee).get(page_of(programme)))

    assert "who is paired with whom" in text and "milestones the two of you" not in text


def test_joining_takes_a_click_and_says_so(as_, mentee, programme):
    answer = joined(as_(mentee), programme)

    assert answer.status_code == 302 and Enrolment.objects.get().state == "enrolled"


def test_without_the_yes_nobody_joins_and_what_was_typed_stays(as_, mentee, programme):
    answer = as_(mentee).post(
        page_of(programme, "join/"), {"part": "mentee", "focus": "confidence", "seen": 3}
    )

    assert answer.status_code == 422 and not Enrolment.objects.exists()
    assert 'value="confidence" selected' in answer.content.decode()


def test_a_window_that_closes_while_the_form_is_open_says_so_and_keeps_what_was_typed(as_, mentee, programme):
    client = as_(mentee)
    client.get(page_of(programme))
    programme.sign_up_from = programme.sign_up_until = timezone.localdate() - timedelta(days=1)
    programme.save()

    answer = joined(client, programme)

    assert answer.status_code == 409 and "Sign-up closed on" in main_text(answer)
    assert 'value="confidence" selected' in answer.content.decode()


def test_a_level_that_rises_while_the_form_is_open_is_shown_and_asked_again(as_, mentee):
    programme = make(sees=Sees.NUMBERS)
    client = as_(mentee)
    programme.sees = Sees.PAIRS
    programme.save()

    answer = joined(client, programme, seen=int(Sees.NUMBERS))

    assert answer.status_code == 409 and "who you’re paired with" in main_text(answer)
    again = re.search(r'name="seen" value="(\d)"', answer.content.decode())[1]
    assert joined(client, programme, seen=again).status_code == 302


def test_the_place_on_the_waiting_list_is_said(as_, mentee):
    programme = make(places=0)
    for _one in range(2):
        enrol(programme, factories.member())
    joined(as_(mentee), programme)

    assert "You’re third on the waiting list." in main_text(as_(mentee).get(page_of(programme)))


def test_a_draft_is_not_there(as_, mentee):
    draft = make(published_at=None)

    assert as_(mentee).get(page_of(draft)).status_code == 404
    assert as_(mentee).post(page_of(draft, "join/"), JOIN).status_code == 404
    assert draft.name not in main_text(as_(mentee).get("/programmes/"))


def test_the_list_has_those_to_join_those_i_am_in_and_past_ones(as_, mentee):
    today = timezone.localdate()
    enrol(make(name="Mine"), mentee)
    make(name="To join")
    make(name="Soon", sign_up_from=today + timedelta(days=3))
    make(name="Gone", starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=2))
    text = main_text(as_(mentee).get("/programmes/"))

    order = [text.index(word) for word in ("Mine", "To join", "Soon", "Gone")]
    assert order == sorted(order)


def test_a_clash_names_the_other_programme_and_refuses_nothing(as_, mentee, programme):
    other = make(name="Autumn programme")
    at = timezone.now() + timedelta(days=4)
    milestone(other, title="Webinar", starts_at=at)
    milestone(programme, title="Kick-off", starts_at=at + timedelta(minutes=30))
    enrol(other, mentee)
    text = main_text(as_(mentee).get(page_of(programme)))

    assert "You’re also in “Autumn programme”" in text
    assert "“Kick-off” is at the same time as “Webinar”" in text
    assert joined(as_(mentee), programme).status_code == 302


@pytest.mark.parametrize("stopped", [True, False])
def test_no_email_is_promised_to_who_gets_none(stopped, as_, mentee):
    """The waiting list says where one stands in any case."""
    programme = make(places=0)
    enrol(programme, mentee)
    if stopped:
        preferences.unsubscribe(mentee.pk, ["programmes"])
    text = main_text(as_(mentee).get(page_of(programme)))

    assert "You’re first on the waiting list." in text
    assert ("We’ll email you then." in text) is not stopped
