"""Letters about leaving, keeping and disclosing. None holds a word that somebody wrote."""

from mail.services import post_mail
from mentoring.lib.links import member_link as link


def closing_begun(closing):
    """What happens, when, and how to stay."""
    _tell("closing_begun", closing.member, closing=closing, occasion=f"closing-{_of(closing)}",
          link=link("account_close"), due=closing.due_at)  # fmt: skip


def account_closed(closing):
    """It is done. To the bare address: the member's row is about to forget it."""
    member = closing.member
    post_mail("privacy/account_closed", address=member.email, language=member.language,
         zone=member.time_zone, context={"reader": member}, occasion=f"closed-{_of(closing)}")  # fmt: skip


def partner_leaves(closing, mentorship):
    """The other one of the two: what goes, what stays, until when it can be taken along."""
    other = mentorship.partner_of(closing.member)
    _tell("partner_leaves", other, leaver=closing.member, stays=closing.leave_words,
          due=closing.due_at, link=link("take_along"),
          occasion=f"leaves-{_of(closing)}-{mentorship.pk}")  # fmt: skip


def partner_stays(closing, mentorship):
    """They have changed their mind."""
    other = mentorship.partner_of(closing.member)
    _tell("partner_stays", other, leaver=closing.member, link=link("archive", mentorship.code),
          occasion=f"stays-{_of(closing)}-{mentorship.pk}")  # fmt: skip


def archive_goes(mentorship, to):
    """Nobody has read it for long: it goes on that day, unless somebody reads it again."""
    _tell("archive_goes", to, other=mentorship.partner_of(to), due=mentorship.shred_on,
          link=link("mentorship_detail", mentorship.code),
          occasion=f"goes-{mentorship.pk}-{mentorship.shred_on}-{to.pk}")  # fmt: skip


def disclosed(notice):
    """The law obliged the programme to hand something over."""
    _tell("disclosed", notice.member, reference=notice.reference, day=notice.disclosed_at,
          link=link("seen"), occasion=f"disclosed-{notice.pk}")  # fmt: skip


def _of(closing):
    return f"{closing.pk}-{int(closing.asked_at.timestamp())}"


def _tell(kind, to, *, occasion, **context):
    if to.is_active:
        post_mail(f"privacy/{kind}", to=to, context={"reader": to, **context}, occasion=occasion)
