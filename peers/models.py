"""A line of whoever would like a peer. Who and where they are stands in their profile."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from joining.models import MembershipState, RosterEntry
from mentoring.lib.programme import numbers
from mentorships.models import Mentorship, MentorshipKind
from mentorships.models.mentorship import WITH_PLACE


class PeerProfileQuerySet(models.QuerySet):
    """Who can be asked, and by whom."""

    def open_now(self):
        """Those who look for a peer, are members, can sign in and stay, and have room for one more."""
        here = Q(member__is_active=True, member__leaving_at=None)
        shown = Q(looking=True, hidden_at=None)
        lapsed = RosterEntry.objects.filter(member=models.OuterRef("member"), state=MembershipState.LAPSED)
        return (
            self.filter(here, shown, ~models.Exists(lapsed))
            .annotate(peers=Coalesce(_count_of("mentor"), 0) + Coalesce(_count_of("mentee"), 0))
            .filter(peers__lt=numbers().peers_at_once)
        )

    def seen_by(self, member):
        """The others of those, from elsewhere: not across a block, and not of the same employer."""
        others = self.open_now().exclude(member=member).exclude(blocks.apart(member, "member"))
        if member.employer.strip():
            others = others.exclude(member__employer__iexact=member.employer.strip())
        return others.select_related("member")

    def most_alike_first(self, member):
        """Those with most in common come first, then whoever has written last."""
        alike = Value(0)
        for field in ("library_type", "library_size", "career_stage"):
            if said := getattr(member, field):
                alike = alike + models.Case(models.When(**{f"member__{field}": said}, then=1), default=0)
        return self.annotate(alike=alike).order_by(F("alike").desc(), "-changed_at", "pk")


def _count_of(side):
    """How many peer mentorships of this member take a place, on one side of the pair."""
    rows = Mentorship.objects.filter(
        kind=MentorshipKind.PEERS, status__in=WITH_PLACE, **{side: models.OuterRef("member")}
    )
    return models.Subquery(rows.order_by().values(side).annotate(n=Count("pk")).values("n"))


class PeerProfile(models.Model):
    """One member's: what they would like to share with a peer. Every member may read it."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="peer_profile")
    about = models.CharField(_("what they would like to share with a peer"), max_length=500)
    looking = models.BooleanField(_("looking for a peer"), default=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    hidden_at = models.DateTimeField(_("hidden by the coordinators"), null=True, editable=False)
    hidden_reason = models.CharField(_("reason"), max_length=500, blank=True, editable=False)

    objects = PeerProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("peer profile")
        verbose_name_plural = _("peer profiles")

    def __str__(self):
        return gettext("Line %(number)s on the list of peers") % {"number": self.pk}
