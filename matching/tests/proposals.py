"""The page of the proposal, on the staff site."""

from matching.assignment import deciding, proposing
from matching.models import Proposal, ProposedMentor

LIST = "/admin/matching/wish/"
PAGE = f"{LIST}proposal/"


def propose():
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    return Proposal.objects.get()


def name_of(who):
    return ProposedMentor.objects.get(mentor__name=who)
