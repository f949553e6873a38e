"""The mentors whom coordinators suggest to somebody who takes part."""

from django.urls import reverse

from conduct import blocks
from directory.cards import cards
from programmes.models import ProposedName


def suggested_to(member, programme):
    """Their cards, the best fit first. Nobody who keeps apart from the member."""
    rows = ProposedName.objects.filter(programme=programme, mentee=member).exclude(sent_at=None)
    seen = rows.exclude(blocks.apart(member, "mentor")).order_by("rank", "pk")
    profiles = list(seen.values_list("mentor__mentor_profile", flat=True))
    shown = cards(profiles)
    return [shown[pk] | _way_to_ask(programme, shown[pk]) for pk in profiles if pk in shown]


def _way_to_ask(programme, card):
    return {"ask_url": reverse("programme_ask", args=[programme.code, card["code"]])}
