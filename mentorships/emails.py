"""Letters about what the two keep: that there is something, and where. None of its words."""

from django.conf import settings

from mail.services import post_mail
from mentoring.lib.links import member_link as link


def _tell(kind, version, to):
    mentorship = version.mentorship
    post_mail(
        f"mentorships/{kind}",
        to=to,
        context={
            "reader": to,
            "other": mentorship.partner_of(to),
            "link": link("agreement", mentorship.code),
        },
        occasion=f"{kind.replace('_', '-')}-{version.pk}",
    )


def agreement_proposed(version, *, to):
    """There is a proposal to look at."""
    _tell("agreement_proposed", version, to)


def agreement_agreed(version, *, to):
    """The other has agreed."""
    _tell("agreement_agreed", version, to)


def _moved(kind, change, mentorship, to, *, page="mentorship_detail", **context):
    post_mail(
        f"mentorships/{kind}",
        to=to,
        context={
            "reader": to,
            "other": mentorship.partner_of(to),
            "link": link(page, mentorship.code),
            **context,
        },
        occasion=f"{kind.replace('_', '-')}-{change.pk}",
    )


def mentorship_paused(change, mentorship, *, to):
    """The other would like to rest."""
    _moved("mentorship_paused", change, mentorship, to, until=mentorship.paused_until)


def mentorship_resumed(change, mentorship, *, to):
    """It goes on."""
    _moved("mentorship_resumed", change, mentorship, to)


def mentorship_ended(change, mentorship, *, to, thanked):
    """It has ended: no reason is told, because none was asked."""
    _moved("mentorship_ended", change, mentorship, to, page="mentorship_end", thanked=thanked)


def thanks_given(thanks, *, to):
    """There is a word of thanks to read."""
    mentorship = thanks.mentorship
    post_mail("mentorships/thanks_given", to=to, occasion=f"thanks-{thanks.pk}",
         context={"reader": to, "other": mentorship.partner_of(to),
                  "link": link("mentorship_end", mentorship.code)})  # fmt: skip


def invited(invitation):
    """To an address: the same mail whether it is a member's or not."""
    by = invitation.by
    post_mail("mentorships/invited", address=invitation.address, language=by.language,
         context={"by": by, "association": settings.ASSOCIATION_NAME,
                  "due": invitation.expires_at, "link": link("invitation", invitation.code)},
         occasion=f"invited-{invitation.pk}")  # fmt: skip


def invitation_accepted(invitation, *, by):
    """The mentorship has begun."""
    to = invitation.by
    post_mail("mentorships/invitation_accepted", to=to, occasion=f"invitation-accepted-{invitation.pk}",
         context={"reader": to, "other": by,
                  "link": link("mentorship_detail", invitation.mentorship.code)})  # fmt: skip
