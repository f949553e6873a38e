"""Signing in with the association's own account: the way there, the way back, and joining by it."""

from functools import wraps

from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.core import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from requests import RequestException

from joining.accounts import HasAccount
from joining.forms import JoinForm
from profiles import sign_in_log
from sso import arrivals, joining_by, proof, trying
from sso.causes import NO_JSON, NO_SUBJECT, UnusableAnswer
from sso.forms import CodeForm
from sso.templatetags.sso import lead_to

# What allauth lets through of an answer that names nobody, or somebody in more letters than fit.
UNUSABLE = (KeyError, ValueError, TypeError, ImproperlyConfigured)
PROCESSES = {AuthProcess.LOGIN, AuthProcess.CONNECT}


@require_POST
def start(request, provider_id):
    """Off to the provider. Whoever is there already comes straight back."""
    if answer := ratelimit.consume_or_429(request, action="login"):
        return answer
    trying.stop(request)
    process = request.POST.get("process")
    process = process if process in PROCESSES else AuthProcess.LOGIN
    if process == AuthProcess.CONNECT and not request.user.is_authenticated:
        return redirect("account_login")
    provider = arrivals.provider_of(provider_id)
    if provider is None or provider.hidden:
        raise Http404
    return leave_for(request, provider_id, process, next_url=get_next_redirect_url(request))


def leave_for(request, provider_id, process, *, next_url=None):
    """A redirect to a provider of the file, or the page that it does not answer."""
    provider = get_adapter(request).get_provider(request, provider_id)
    try:
        return provider.redirect(request, process, next_url=next_url)
    except (RequestException, OAuth2Error) as error:
        return render_authentication_error(request, provider, exception=error)
    except (KeyError, ValueError):  # an answer that is something else than its configuration
        return render_authentication_error(request, provider, exception=UnusableAnswer(NO_JSON))


def returning(view):
    """The address to which a provider sends people back. A try leaves nothing behind."""

    @wraps(view)
    def answered(request, *args, **kwargs):
        if not trying.is_running(request):
            return _answer(view, request, *args, **kwargs)
        with transaction.atomic():
            answer = _answer(view, request, *args, **kwargs)
            transaction.set_rollback(True)
        trying.stop(request)
        return answer

    return answered


def _answer(view, request, *args, **kwargs):
    try:
        return view(request, *args, **kwargs)
    except UNUSABLE:
        provider = get_adapter(request).get_provider(request, next(iter(kwargs.values())))
        return render_authentication_error(request, provider, exception=UnusableAnswer(NO_SUBJECT))


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request):
    """Type the code that was mailed."""
    arrival, pending = arrivals.kept(request)
    if arrival is None or not proof.waits_for_code(pending):
        return redirect("sso_join" if arrival else "account_login")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if proof.is_right(request, pending, form.cleaned_data["code"]):
            return _proven(request, arrival, pending)
        sign_in_log.refused("mailed code")
        if arrivals.kept(request)[0] is None:
            messages.error(request, _("That code was wrong three times. Please start again."))
            return redirect("account_login")
        form.add_error("code", _("That’s not the code we emailed. Please check it and try again."))
    account = arrival.account()
    context = {
        "verify_form": form,
        "cancel_url": reverse("account_login"),
        "email": "" if account and account.email != arrival.row.email else arrival.row.email,
    }
    return render(request, "sso/prove.html", context, status=422 if form.errors else 200)


def _proven(request, arrival, pending):
    member = arrival.account()
    if member is None:
        return redirect("sso_join")
    arrivals.connect(arrival, member)
    arrivals.forget(request)
    return perform_login(request, member, email_verification="none", redirect_url=pending["next"])


@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    """What an account needs that the association did not say: a name, an age, a time zone."""
    arrival, pending = arrivals.kept(request)
    if arrival is None or not (arrival.address_is_theirs or pending.get("proven")):
        return redirect("sso_prove" if arrival else "account_login")
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"name": arrival.row.name})
    if form.is_valid():
        return _joined(request, arrival, pending, form)
    context = {
        "form": form,
        "email": arrival.row.email,
        "provider_name": arrivals.provider_of(arrival.provider_id).name,
    }
    return render(request, "sso/join.html", context, status=422 if form.errors else 200)


def _joined(request, arrival, pending, form):
    arrivals.forget(request)
    try:
        member = joining_by.make_member(
            arrival, name=form.cleaned_data["name"], time_zone=form.cleaned_data["time_zone"]
        )
    except HasAccount:
        messages.error(request, _("There’s an account with this address now. Please sign in again."))
        return redirect("account_login")
    return perform_login(request, member, email_verification="none", redirect_url=pending["next"])


@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request, token):
    """The operator's try: the link comes from the server's own command line."""
    provider = trying.provider_of_token(token)
    if provider is None:
        return render(request, "sso/no_try.html", status=404)
    lead_to(request, [provider])
    if request.method == "POST":
        trying.begin(request)
        return leave_for(request, provider.id, trying.PROCESS)
    return render(request, "sso/try.html", {"provider": provider})
