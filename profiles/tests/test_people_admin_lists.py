"""Product 54, P12: the lists of people on the staff site: what they cost, whom they find, who may press a button."""

import pytest
from django.urls import reverse

import factories
from profiles.models import AccessLogEntry, MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


def names(page):
    return [str(getattr(one, "member", one).name) for one in page.context["cl"].result_list]


@pytest.mark.parametrize(("address", "queries"), [(PEOPLE, 7), (MENTORS, 6)])  # members with their roles
@pytest.mark.parametrize("count", [1, 49])
def test_a_list_costs_the_same_for_one_and_for_many(
    count, address, queries, office, django_assert_num_queries
):
    for _ in range(count):
        factories.mentor()
    office.get(address)

    with django_assert_num_queries(queries):
        assert len(names(office.get(address))) >= count


@pytest.mark.parametrize("address", [PEOPLE, MENTORS])
def test_people_stand_in_the_order_of_their_names(address, office):
    for name in ("Ines", "Ada", "Noor"):
        factories.mentor(name=name)

    assert [name for name in names(office.get(address)) if name != "Grace Whitfield"] == [
        "Ada",
        "Ines",
        "Noor",
    ]


def test_people_are_found_by_address_and_mentors_by_name_alone(office):
    factories.mentor(name="Ada", email="ada@test.example", bio="bindings")

    assert names(office.get(PEOPLE, {"q": "ada@test"})) == ["Ada"]
    assert names(office.get(MENTORS, {"q": "ada@test"})) == []
    assert names(office.get(MENTORS, {"q": "bindings"})) == []


def test_whom_a_list_shows_is_not_written_down_as_a_look(office, mentee):
    """A look is an opened page; a list would write down everybody with every search."""
    office.get(PEOPLE)

    assert not AccessLogEntry.objects.exists()


@pytest.mark.parametrize(
    "asked", ["%", "\x00", "'; DROP TABLE x; --", "x" * 5000, "<script>alert(1)</script>"]
)
@pytest.mark.parametrize("address", [PEOPLE, MENTORS])
def test_any_search_is_answered(asked, address, office):
    page = office.get(address, {"q": asked})

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("step", ["member_suspend", "member_restore", "mentor_hide", "mentor_unhide"])
def test_staff_without_the_right_take_no_step(step, client, mentor, staff_site):
    """Somebody of the staff who is no coordinator."""
    client.force_login(factories.member(is_staff=True))
    number = mentor.mentor_profile.pk if step.startswith("mentor") else mentor.pk

    assert client.post(reverse(f"admin:{step}", args=[number]), {"reason": "x"}).status_code == 403
    assert MentorProfile.objects.get().listed


@pytest.mark.parametrize("step", ["member_suspend", "mentor_hide"])
@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger", None])
def test_members_take_no_step(who, step, client, mentor, request, staff_site):
    if who:
        client.force_login(request.getfixturevalue(who))
    number = mentor.mentor_profile.pk if step.startswith("mentor") else mentor.pk

    assert client.post(reverse(f"admin:{step}", args=[number]), {"reason": "x"}).status_code in (302, 403)
    assert MentorProfile.objects.get().listed


@pytest.mark.parametrize(("length", "hidden"), [(500, True), (501, False)])
def test_a_reason_is_five_hundred_letters_at_most(length, hidden, office, mentor):
    office.post(reverse("admin:mentor_hide", args=[mentor.mentor_profile.pk]), {"reason": "x" * length})

    assert bool(MentorProfile.objects.get().hidden_at) is hidden


def test_a_member_who_is_not_there_is_no_error(office):
    for step in ("suspend", "restore"):
        assert office.post(reverse(f"admin:member_{step}", args=[999])).status_code == 403
    assert "Members" in main_text(office.get(f"{PEOPLE}999/change/", follow=True))
