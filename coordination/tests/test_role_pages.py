"""Who may do what, on the staff site and where the second person confirms; each role sees its own pages alone."""

import pytest
from django.urls import reverse

from coordination.models import RoleProposal
from coordination.roles import giving, services
from factories import member
from mentoring.lib.registry.roles import Role
from profiles.models import Member
from testing.pages import main_text
from testing.staff_pages import changelists

LIST = "/admin/coordination/rolechange/"
pytestmark = pytest.mark.django_db
SEES = {Role.HELP_DESK: {"case"}, Role.OPERATOR: {"outgoingmail", "undeliverable"}}


def with_role(role, one):
    giving.give_by_operator(one, role)
    return Member.objects.get(pk=one.pk)


@pytest.mark.parametrize("role", (Role.HELP_DESK, Role.OPERATOR))
def test_each_role_opens_its_own_lists_and_no_other(role, mentee, client, staff_site):
    """Product 54: least rights."""
    client.force_login(with_role(role, mentee))
    answers = {model._meta.model_name: client.get(url).status_code for model, url in changelists()}
    named = ("role_propose", "programme_numbers", "people", "wish_proposal")
    others = [reverse(f"admin:{name}") for name in named]
    others += [reverse(name) for name in ("handover", "settings_import", "figures_index")]

    assert {name for name, status in answers.items() if status == 200} == SEES[role]
    assert {client.get(url).status_code for url in others} == {403}


@pytest.mark.parametrize(
    ("role", "search", "health"), [(Role.HELP_DESK, False, False), (Role.OPERATOR, False, True)]
)
def test_the_first_page_follows_the_role(role, search, health, mentee, client, staff_site):
    client.force_login(with_role(role, mentee))
    page = main_text(client.get("/admin/"))

    assert ("Look someone up" in page) is search
    assert ("Last backup that succeeded" in page) is health


def test_proposed_on_the_staff_site_and_confirmed_on_the_members(
    mentee, coordinator, colleague, client, staff_site
):
    """Both people see it waiting; the one who proposed it has no button."""
    client.force_login(coordinator)
    data = {"email": mentee.email.upper(), "role": "help-desk"}
    page = main_text(client.post(f"{LIST}propose/", data, follow=True))
    assert "Amina Otieno: Help desk, proposed by Grace Whitfield." in page
    assert "Confirm on the members" not in page
    client.force_login(colleague)
    assert "A role is waiting for a second person" in main_text(client.get("/admin/"))
    assert "Confirm on the members" in main_text(client.get(LIST))


@pytest.mark.parametrize(
    ("email", "role", "where"),
    [("", "help-desk", "email"), ("nobody@test.example", "help-desk", "email"), ("own", "operator", "email")]
    + [("mentee", "king", "role"), ("mentee", "", "role")],
)
def test_a_proposal_that_cannot_be_is_said_at_its_place(
    email, role, where, mentee, coordinator, client, staff_site
):
    client.force_login(coordinator)
    email = {"own": coordinator.email, "mentee": mentee.email}.get(email, email)
    page = client.post(f"{LIST}propose/", {"email": email, "role": role})

    assert page.status_code == 422 and page.context["form"].errors[where]
    assert not RoleProposal.objects.exists()


def test_the_second_of_two_confirmations_says_that_it_is_done(mentee, coordinator, colleague, as_):
    proposal = services.propose_role(mentee, Role.HELP_DESK, by=coordinator)
    url = reverse("role_confirm", args=[proposal.code])
    assert "Confirm the role" in main_text(as_(colleague).get(url))
    first, second = (main_text(as_(colleague).post(url, follow=True)) for _turn in range(2))

    assert "Confirmed. Amina Otieno gets the role" in first
    assert "This has been done already" in second and "nothing to confirm" in second


@pytest.mark.parametrize("who", ("coordinator", "mentee", "stranger", "mentor"))
def test_for_everybody_else_there_is_no_such_page(who, mentee, coordinator, as_, request):
    proposal = services.propose_role(mentee, Role.HELP_DESK, by=coordinator)
    url = reverse("role_confirm", args=[proposal.code])

    assert as_(request.getfixturevalue(who)).get(url).status_code == 404


def test_taking_away_asks_first(coordinator, colleague, client, staff_site):
    client.force_login(coordinator)
    url = f"{LIST}take-away/{colleague.pk}/coordinator/"
    assert "Hal Jordan loses this role at once" in main_text(client.get(url))
    client.post(url)

    assert not Member.objects.get(pk=colleague.pk).is_staff
    assert "last coordinator" in main_text(client.get(f"{LIST}take-away/{coordinator.pk}/coordinator/"))


def test_members_are_told_which_role_opens_what(mentee, stranger, coordinator, as_):
    """Product 57."""
    with_role(Role.HELP_DESK, stranger)
    page = main_text(as_(mentee).get("/profile/seen/"))

    assert "Grace Whitfield (Coordinator), Stranger Danger (Help desk)" in page
    assert "Open to: Coordinator, Help desk." in page and "Open to: Coordinator, Operator." in page
    assert "the writer, and these roles: Coordinator, Help desk" in page


@pytest.mark.any_database
def test_the_list_takes_as_many_statements_for_many(coordinator, client, statements, staff_site):
    client.force_login(coordinator)
    giving.give_by_operator(member(name="One"), Role.HELP_DESK)
    before = statements(client, LIST)
    for number in range(20):
        giving.give_by_operator(member(name=f"More {number}"), Role.HELP_DESK)

    assert statements(client, LIST) == before
