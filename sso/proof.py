"""A mailed code before the association's sign-in opens an account: an address alone shows nothing."""

import secrets
import time

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import respond_429
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language

from mentoring.lib.client_address import client_address
from mentoring.lib.counters import count
from mentoring.lib.signed import keyed_hash
from sso import arrivals, notifications
from sso.arrivals import PENDING, provider_of

TRIES = 3
MINUTE, CODES_TO_AN_ADDRESS, CODES_FROM_A_NETWORK = 60, 3, 20
HOUR, CODES_AN_HOUR = 3600, 15  # to one address


def begin(request, arrival):
    """Mail a code, and lead to the page where it is typed. 429 for too many."""
    account = arrival.account()
    address = account.email if account else arrival.row.email
    if not _may_mail(request, address):
        return respond_429(request)
    code = get_adapter().generate_login_code()
    request.session[PENDING] |= {"code": _hashed(code), "tries": 0, "since": time.time()}
    request.session.modified = True
    notifications.address_code(
        address,
        language=get_language(),
        code=code,
        provider_name=provider_of(arrival.provider_id).name,
        occasion=secrets.token_hex(16),
    )
    return redirect("sso_prove")


def _may_mail(request, address):
    """Few codes for one address, and from one network; django-allauth would not count a GET, which this is."""
    ours = count("sso-code-from", client_address(request), seconds=MINUTE) <= CODES_FROM_A_NETWORK
    few = count("sso-code-to", address, seconds=HOUR) <= CODES_AN_HOUR
    return count("sso-code-to", address, seconds=MINUTE) <= CODES_TO_AN_ADDRESS and few and ours


def waits_for_code(pending):
    """Whether a code has been mailed and not been typed yet."""
    return bool(pending.get("code"))


def is_right(request, pending, typed):
    """Whether this is the code that was mailed. It is good for three tries, and once."""
    right = constant_time_compare(_hashed(typed), pending["code"])
    pending["tries"] += 1
    if right:
        pending |= {"code": None, "proven": True, "since": time.time()}
    elif pending["tries"] >= TRIES:
        arrivals.forget(request)
        return False
    request.session[PENDING] = pending
    return right


def _hashed(code):
    return keyed_hash("".join(filter(str.isalnum, code)).upper(), salt="sso.code")
