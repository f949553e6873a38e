"""What the page of roles on the staff site shows above its history."""

from dataclasses import dataclass

from coordination.roles import rules
from mentoring.lib.links import member_link
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role
from profiles.roles import people_with_roles, roles_of


@dataclass(frozen=True)
class WaitingRole:
    """A proposal, its role in words, and the page where this coordinator confirms it; empty for who may not."""

    proposal: object
    role: str
    confirmed_by: str
    link: str


def overview(coordinator):
    """The roles with what they open and who has them; those that wait; the people who are in none."""
    people = [(member, roles_of(member)) for member in people_with_roles()]
    return {
        "roles": [
            (role, ROLE_SENTENCES[role], [member for member, held in people if role in held]) for role in Role
        ],
        "superusers": [member for member, held in people if member.is_superuser],
        "waiting": [_waiting(proposal, coordinator) for proposal in rules.open_proposals()],
    }


def _waiting(proposal, coordinator):
    confirmation = getattr(proposal, "confirmation", None)
    may_confirm = not confirmation and rules.may_confirm(coordinator, proposal)
    return WaitingRole(
        proposal,
        Role(proposal.role).label,
        confirmation.by.name if confirmation else "",
        member_link("role_confirm", proposal.code) if may_confirm else "",
    )
