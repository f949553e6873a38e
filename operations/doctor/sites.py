"""The two sites, asked for as a browser does: through the proxy, by their own names."""

import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.utils import timezone

from mentoring.lib.registry.doctor import look, ok, wrong
from mentoring.lib.request_numbers import HEADER

TIMEOUT = 6  # seconds
SKEW = 30  # seconds
CERTIFICATE_DAYS = 14
LOCAL = {"127.0.0.1", "localhost", "::1"}


def sites():
    """Both of them, whichever process asks."""
    yield from _names()
    for name in ("SITE_URL", "STAFF_URL"):
        yield from _site(name, getattr(settings, name))


def _names():
    hosts = [urlsplit(url).hostname for url in (settings.SITE_URL, settings.STAFF_URL)]
    missing = [host for host in hosts if host not in settings.ALLOWED_HOSTS]
    if missing:
        yield wrong("ALLOWED_HOSTS", f"{', '.join(missing)} is not in it: requests by that name are refused.")
    if hosts[0] == hosts[1] and hosts[0] not in LOCAL:
        yield look("STAFF_URL", "The same host as SITE_URL: give the staff site a host name of its own.")
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        yield wrong(
            "TRUSTED_PROXIES", "It is 0: ten wrong passwords by anybody keep everybody out. Set it to 1."
        )
    if settings.DEBUG or (settings.DEMO and settings.HTTPS):
        which = "DEBUG" if settings.DEBUG else "DEMO"
        yield wrong(
            which, "It is on: whoever comes sees more than they should. Take it out of the environment."
        )


def _site(name, url):
    """One site. Nothing more is asked of one that does not answer."""
    parts = urlsplit(url)
    try:
        answer = requests.get(f"{url}/healthz", timeout=TIMEOUT, allow_redirects=False)
    except requests.exceptions.SSLError:
        yield wrong(name, f"The certificate of {parts.hostname} is not trusted, or is for another name.")
        return
    except requests.exceptions.RequestException as error:
        yield wrong(
            name, f"{url} does not answer ({type(error).__name__}). Does its process run, and the proxy?"
        )
        return
    if answer.status_code != 200 or HEADER not in answer.headers:
        yield wrong(name, f"{url}/healthz answers {answer.status_code}, and not from this program.")
        return
    yield ok(name, f"{url} answers.")
    yield from _clock(name, answer)
    if parts.scheme == "https":
        yield from _https(name, parts, answer)
    elif parts.hostname not in LOCAL:
        yield wrong(
            name, "It is http: passwords travel in clear. Let the proxy speak TLS, and use https here."
        )


def _clock(name, answer):
    with suppress(TypeError, ValueError):
        off = abs((timezone.now() - parsedate_to_datetime(answer.headers.get("Date"))).total_seconds())
        if off > SKEW:
            yield wrong(name, f"Its clock is {off:.0f} seconds from this one. Let both be set by NTP.")


def _https(name, parts, answer):
    if "Strict-Transport-Security" not in answer.headers:
        yield look(name, "No Strict-Transport-Security: does the proxy set X-Forwarded-Proto to https?")
    with suppress(requests.exceptions.RequestException):
        plain = requests.get(f"http://{parts.hostname}/healthz", timeout=TIMEOUT, allow_redirects=False)
        if plain.status_code not in (301, 308):
            yield look(
                name, f"Port 80 answers {plain.status_code}: let it redirect to https and do nothing else."
            )
    with suppress(OSError, ValueError):
        days = (_expiry(parts.hostname, parts.port or 443) - datetime.now(UTC)).days
        if days < CERTIFICATE_DAYS:
            yield wrong(name, f"The certificate ends in {days} days, and nobody has renewed it.")


def _expiry(host, port):
    context = ssl.create_default_context()
    with (
        socket.create_connection((host, port), timeout=TIMEOUT) as raw,
        context.wrap_socket(raw, server_hostname=host) as connection,
    ):
        return datetime.fromtimestamp(ssl.cert_time_to_seconds(connection.getpeercert()["notAfter"]), UTC)
