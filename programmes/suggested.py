"""The mentors whom coordinators suggest to somebody who takes part."""

from django.urls import reverse
from django.utils import timezone

from conduct import blocks
from directory.cards import cards
from programmes.models import Pairing, Programme, ProposedName


def suggested_to(member, programme):
    """Their cards, the best fit first. Nobody who keeps apart from the member."""
    rows = ProposedName.objects.filter(programme=programme, mentee=member).exclude(sent_at=None)
    seen = rows.exclude(blocks.apart(member, "mentor")).order_by("rank", "pk")
    profiles = list(seen.values_list("mentor__mentor_profile", flat=True))
    shown = cards(profiles)
    return [shown[pk] | _way_to_ask(programme, shown[pk]) for pk in profiles if pk in shown]


def to_look_at(member):
    """The programmes that go on, in which mentors were suggested to somebody who has none in it yet."""
    named = ProposedName.objects.filter(mentee=member).exclude(sent_at=None).values("programme")
    paired = Pairing.objects.filter(mentorship__mentee=member).values("programme")
    rows = Programme.objects.not_over(timezone.localdate()).filter(pk__in=named)
    return rows.exclude(pk__in=paired).order_by("pk")


def _way_to_ask(programme, card):
    return {"ask_url": reverse("programme_ask", args=[programme.code, card["code"]])}
