"""The answer to somebody who has come from the association's sign-in."""

from django.shortcuts import redirect

from sso import arrivals, proof
from sso.arrivals import NextStep, provider_of
from sso.refusals import TITLES, refused


def meet(request, arrival, member, *, next_url):
    """A response; None if the member is to be signed in by allauth."""
    step = arrival.next_step(member)
    if step == NextStep.SIGN_IN:
        arrivals.take_over(arrival, member)
        return None
    if step in (NextStep.UNKNOWN_STATE, NextStep.CLASH):
        arrivals.ask_coordinators(arrival)
    if step in TITLES:
        name = provider_of(arrival.provider_id).name
        return refused(request, step, provider_name=name, state=arrival.row.state)
    arrivals.keep(request, arrival, next_url=next_url)
    if step == NextStep.PROVE:
        return proof.begin(request, arrival)
    return redirect("sso_join")
