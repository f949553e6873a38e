"""Letters to members about their account and profile."""

from mail.services import post_mail
from mentoring.lib.links import member_link as link


def _tell(kind, member, *, at, **context):
    post_mail(
        f"profiles/{kind}",
        to=member,
        context={"member": member, **context},
        occasion=f"{kind}-{member.pk}-{at.timestamp():.6f}",
    )


def profile_hidden(mentor, *, reason, at):
    """A coordinator has taken the profile off the list."""
    _tell("profile_hidden", mentor.member, at=at, reason=reason, link=link("mentor_profile"))


def profile_shown(mentor, *, at):
    """The profile is back on the list."""
    _tell("profile_shown", mentor.member, at=at, link=link("mentor_profile"))


def account_suspended(member, *, at):
    """Sign-in is stopped."""
    _tell("account_suspended", member, at=at)


def account_restored(member, *, at):
    """Sign-in works again."""
    _tell("account_restored", member, at=at, link=link("account_login"))
