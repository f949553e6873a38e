"""A try by the operator: sign in once, see what came and what would be done; nothing is kept."""

from datetime import timedelta

from django.core import signing
from django.shortcuts import render

from joining.forms import FIELD_LABELS
from mentoring.lib.signed import timestamp_signer
from sso import claims
from sso.arrivals import provider_of
from sso.causes import SENTENCES

PROCESS = "try"
RUNNING = "sso_try"  # in the session of the browser
SALT = "sso.try"
VALID = timedelta(minutes=30)
SHOWN = 2  # letters at each end of a masked text


def token(provider_id):
    """The right to try a provider, for whoever runs the server (`manage.py try_sso`)."""
    return timestamp_signer(SALT).sign_object(provider_id)


def provider_of_token(text):
    """The SsoProvider of a link, or None: forged, too old, or no longer configured."""
    try:
        return provider_of(timestamp_signer(SALT).unsign_object(text, max_age=VALID))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def begin(request):
    """The next return of this browser is a try."""
    request.session[RUNNING] = True


def stop(request):
    """The next return is a real one."""
    request.session.pop(RUNNING, None)


def is_running(request):
    """Whether the next return is a try."""
    return request.session.get(RUNNING, False)


def failure(request, provider_name, code, detail):
    """The page of a try that came to nothing: why, as far as we can tell."""
    stop(request)
    context = {"provider_name": provider_name, "code": code, "why": SENTENCES[code] % {"detail": detail}}
    return render(request, "sso/try_failed.html", context)


def result(request, sociallogin):
    """The page with what came, how it is read, and what would be done."""
    arrival = sociallogin.arrival
    provider = provider_of(arrival.provider_id)
    context = {
        "provider_name": provider.name,
        "step": arrival.next_step(sociallogin.user if sociallogin.is_existing else None),
        "subject": masked(arrival.subject),
        "subject_claims": " / ".join(provider.claims["subject"]),
        "sent": sorted((name, kind(value), masked(value)) for name, value in sociallogin.sent.items()),
        "read": list(_read(provider, arrival, sociallogin.sent)),
        "state": arrival.row.state,
        "membership": arrival.membership,
        "errors": arrival.row.errors,
        "address_is_theirs": arrival.address_is_theirs,
    }
    return render(request, "sso/tried.html", context)


def _read(provider, arrival, sent):
    """(label, where it was looked for, what was found) of each fact of the list. All but the membership is masked."""
    for field, label in FIELD_LABELS.items():
        if candidates := provider.claims.get(field):
            found = claims.texts_of(provider, sent, field)
            shown = arrival.row.state if field == "state" else masked(found[0]) if found else ""
            yield label, " / ".join(candidates), shown


def kind(value):
    """What sort of thing came, for a table."""
    names = {bool: "true/false", int: "number", float: "number", str: "text", list: "list", dict: "object"}
    return names.get(type(value), "nothing")


def masked(value):
    """A value with little more than its length left: enough to know it again, not enough to tell whose it is."""
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(masked(one) for one in value[:5]) + ("…]" if len(value) > 5 else "]")
    text = str(value)
    if len(text) <= 2 * SHOWN:
        return "•" * len(text)
    return text[:SHOWN] + "•" * min(len(text) - 2 * SHOWN, 20) + text[-SHOWN:]
