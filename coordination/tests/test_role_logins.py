"""No login of the database lets anybody into the staff site by itself (P12): two people, two sites, and the worker."""

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from coordination.models import RoleConfirmation, RoleProposal
from coordination.roles import giving, services
from mentoring.lib.registry.roles import Role
from profiles.models import Member
from profiles.roles import roles_of
from testing.logins import as_login, make, refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]
GROUP = "INSERT INTO profiles_member_groups (member_id, group_id) VALUES ({0}, {1})"
STAFF = "UPDATE profiles_member SET is_staff = true WHERE id = {0}"


@pytest.fixture
def give(stranger):
    """The two statements that make a help-desk person of the stranger."""
    make()
    group = Group.objects.get(name=Role.HELP_DESK)
    return GROUP.format(stranger.pk, group.pk), STAFF.format(stranger.pk)


def proposed(member, by, **more):
    return RoleProposal.objects.create(member=member, role=Role.HELP_DESK, proposed_by=by, **more)


@pytest.mark.parametrize("process", ("member", "staff", "worker"))
def test_no_login_gives_a_role_that_nobody_agreed_on(process, give, stranger, coordinator):
    proposed(stranger, coordinator)
    with as_login(process):
        assert all(refused(statement) for statement in give)


@pytest.mark.parametrize("process", ("member", "staff"))
def test_agreed_on_or_not_only_the_worker_gives_it(process, give, stranger, coordinator, colleague):
    RoleConfirmation.objects.create(proposal=proposed(stranger, coordinator), by=colleague)
    with as_login(process):
        assert all(refused(statement) for statement in give)


def test_the_member_sites_login_neither_proposes_nor_adds_staff(give, stranger, coordinator):
    with as_login("member"):
        assert refused(
            "INSERT INTO coordination_roleproposal (code, member_id, role, proposed_by_id, proposed_at) "
            f"VALUES (gen_random_uuid(), {stranger.pk}, 'coordinator', {coordinator.pk}, now())"
        )
        assert refused("INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (1, 1)")
        for flag in ("is_staff", "is_superuser"):
            assert refused_member(**{flag: True})
        assert not refused_member()


def refused_member(**flags):
    try:
        with transaction.atomic():
            Member.objects.create(email="new@test.example", name="New", **flags)
    except DatabaseError as error:
        return "permission denied" in str(error)
    return False


def test_the_staff_sites_login_does_not_confirm(give, stranger, coordinator, colleague):
    proposal = proposed(stranger, coordinator)
    with as_login("staff"):
        assert refused(
            "INSERT INTO coordination_roleconfirmation (proposal_id, by_id, at) "
            f"VALUES ({proposal.pk}, {colleague.pk}, now())"
        )
        assert refused("UPDATE coordination_roleproposal SET proposed_by_id = proposed_by_id")


@pytest.mark.parametrize("second", ("coordinator", "stranger", "mentor"))
def test_the_worker_refuses_a_second_person_who_is_none(second, give, stranger, coordinator, request):
    """The proposer again, the member themselves, somebody without the role."""
    who = request.getfixturevalue(second)
    RoleConfirmation.objects.create(proposal=proposed(stranger, coordinator), by=who)
    with as_login("worker"):
        assert all(refused(statement) for statement in give)


def test_done_once_it_is_not_given_again(give, stranger, coordinator, colleague):
    done = proposed(stranger, coordinator, applied_at=timezone.now())
    RoleConfirmation.objects.create(proposal=done, by=colleague)
    with as_login("worker"):
        assert all(refused(statement) for statement in give)


def test_each_process_does_its_part_with_its_rights(give, stranger, coordinator, colleague, settings):
    """The other way round: proposed, confirmed, given, taken away again."""
    with as_login("staff"):
        proposal = services.propose_role(stranger, Role.HELP_DESK, by=coordinator)
    with as_login("member"):
        services.confirm_role(proposal, by=colleague)
    with as_login("worker"):
        assert giving.give_agreed_roles(timezone.now()) == 1
    assert roles_of(Member.objects.get(pk=stranger.pk)) == [Role.HELP_DESK]

    settings.SESSION_ENGINE = "coordination.staff_sessions"
    with as_login("staff"):
        services.take_role_away(stranger, Role.HELP_DESK, by=colleague)
    assert not Member.objects.get(pk=stranger.pk).is_staff
