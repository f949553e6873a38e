"""The answer to somebody who has come from the association's sign-in."""

from django.shortcuts import redirect, render

from sso import arrivals, proof
from sso.arrivals import NextStep, provider_of

REFUSALS = {
    NextStep.UNKNOWN_STATE: "sso/unknown_state.html",
    NextStep.NOT_A_MEMBER: "sso/not_a_member.html",
    NextStep.NO_ADDRESS: "sso/no_address.html",
    NextStep.CLASH: "sso/clash.html",
}


def meet(request, arrival, member, *, next_url):
    """A response; None if the member is to be signed in by allauth."""
    step = arrival.next_step(member)
    if step == NextStep.SIGN_IN:
        arrivals.take_over(arrival, member)
        return None
    if step in (NextStep.UNKNOWN_STATE, NextStep.CLASH):
        arrivals.ask_coordinators(arrival)
    if step in REFUSALS:
        context = {"provider_name": provider_of(arrival.provider_id).name, "state": arrival.row.state}
        return render(request, REFUSALS[step], context, status=403)
    arrivals.keep(request, arrival, next_url=next_url)
    if step == NextStep.PROVE:
        return proof.begin(request, arrival)
    return redirect("sso_join")
