"""Giving a role: proposed by one coordinator, confirmed by another one, given by the worker; taken away at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from coordination.models import RoleChange, RoleProposal, StaffSession
from coordination.roles import giving, rules, services
from mail.models import OutgoingMail
from mentoring.lib.registry.roles import Role
from profiles.models import Member
from profiles.roles import roles_of

pytestmark = pytest.mark.django_db


def now_has(member):
    return roles_of(Member.objects.get(pk=member.pk))


def mails(kind):
    return OutgoingMail.objects.filter(kind=f"coordination/{kind}")


@pytest.fixture
def proposal(mentee, coordinator, colleague):
    return services.propose_role(mentee, Role.HELP_DESK, by=coordinator)


@pytest.mark.any_database
def test_proposed_confirmed_given_told_and_kept(proposal, mentee, coordinator, colleague):
    """Product 54; only the second person is mailed of the proposal, without the member's name."""
    note = mails("role_proposed").get()
    assert note.to == colleague and mentee.name not in note.text
    assert giving.give_agreed_roles(timezone.now()) == 0 and now_has(mentee) == []

    services.confirm_role(proposal, by=colleague)
    assert [giving.give_agreed_roles(timezone.now()) for _turn in range(2)] == [1, 0]

    assert now_has(mentee) == [Role.HELP_DESK]
    change = RoleChange.objects.get()
    assert (change.member, change.given, change.by, change.second) == (mentee, True, coordinator, colleague)
    mail = mails("role_given").get()
    assert mail.to == mentee and "Grace Whitfield has given you" in mail.text and "Hal Jordan" in mail.text


@pytest.mark.parametrize("who", ("coordinator", "mentee", "stranger"))
def test_only_another_coordinator_is_the_second_person(who, proposal, request):
    with pytest.raises(rules.RoleRefused):
        services.confirm_role(proposal, by=request.getfixturevalue(who))


def test_the_second_confirmation_says_that_it_is_done(proposal, colleague):
    third = factories.member(is_staff=True)
    giving.give_by_operator(third, Role.COORDINATOR)
    services.confirm_role(proposal, by=colleague)

    with pytest.raises(rules.RoleRefused, match="done already"):
        services.confirm_role(proposal, by=Member.objects.get(pk=third.pk))


def test_withdrawn_it_cannot_be_confirmed(proposal, colleague):
    services.withdraw_role(proposal)

    for late in (
        lambda: services.withdraw_role(proposal),
        lambda: services.confirm_role(proposal, by=colleague),
    ):
        with pytest.raises(rules.RoleRefused, match="done already"):
            late()


def test_after_two_weeks_it_is_out_of_date(proposal, colleague):
    giving.give_agreed_roles(timezone.now() + timedelta(days=15))

    assert RoleProposal.objects.get().closed_at
    with pytest.raises(rules.RoleRefused):
        services.confirm_role(proposal, by=colleague)


@pytest.mark.parametrize("gone", ("proposer", "second", "member"))
def test_what_no_longer_holds_when_the_worker_comes_is_not_given(
    gone, proposal, mentee, coordinator, colleague
):
    services.confirm_role(proposal, by=colleague)
    one = {"proposer": coordinator, "second": colleague, "member": mentee}[gone]
    Member.objects.filter(pk=one.pk).update(is_active=False)

    assert giving.give_agreed_roles(timezone.now()) == 0
    assert now_has(mentee) == [] and RoleProposal.objects.get().closed_at


@pytest.mark.parametrize("problem", ("oneself", "unconfirmed", "has it", "twice"))
def test_what_is_not_proposed(problem, mentee, coordinator, colleague):
    one, role = (coordinator, Role.OPERATOR) if problem == "oneself" else (mentee, Role.HELP_DESK)
    if problem == "unconfirmed":
        mentee.emailaddress_set.update(verified=False)
    elif problem == "has it":
        giving.give_by_operator(mentee, role)
        one = Member.objects.get(pk=mentee.pk)
    elif problem == "twice":
        services.propose_role(mentee, role, by=colleague)

    with pytest.raises(rules.RoleRefused):
        services.propose_role(one, role, by=coordinator)


def test_taken_away_the_sessions_end_at_once(coordinator, colleague, client, staff_site):
    client.force_login(colleague)
    assert client.get("/admin/").status_code == 200 and StaffSession.objects.count() == 1
    services.take_role_away(colleague, Role.COORDINATOR, by=coordinator)

    assert client.get("/admin/").status_code == 302
    assert not StaffSession.objects.exists()
    assert "Grace Whitfield has ended your role" in mails("role_taken").get().text
    assert not RoleChange.objects.get().given


def test_with_another_role_left_the_staff_site_stays_open(coordinator, colleague):
    giving.give_by_operator(colleague, Role.OPERATOR)
    services.take_role_away(colleague, Role.COORDINATOR, by=coordinator)

    assert now_has(colleague) == [Role.OPERATOR]


def test_never_the_last_coordinator(coordinator, colleague):
    services.take_role_away(colleague, Role.COORDINATOR, by=colleague)
    chief = Member.objects.create_superuser("chief@test.example", name="Chief")

    with pytest.raises(rules.RoleRefused, match="last coordinator"):
        services.take_role_away(coordinator, Role.COORDINATOR, by=chief)
    with pytest.raises(rules.RoleRefused, match="no longer"):
        services.take_role_away(colleague, Role.COORDINATOR, by=coordinator)
