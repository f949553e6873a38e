"""Invitations to colleagues, which addresses may not be written to, and what mentors say for the first page."""

from outreach.models.invitation import ColleagueInvitation, InvitedAddress
from outreach.models.quote import Quote, QuoteState

__all__ = ["ColleagueInvitation", "InvitedAddress", "Quote", "QuoteState"]
