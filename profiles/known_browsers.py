"""A mail when somebody signs in from a browser that their account has not used.

Nothing of browsers is stored here: the browser keeps a signed cookie that names the accounts it was used for, by a
keyed hash, so that the cookie tells nobody whose they are.
"""

import uuid

from django.conf import settings
from django.core import signing
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import salted_hmac

from mail.outgoing.render import as_reader
from mentoring.lib.links import member_link
from profiles import notifications

SALT = "known-browser"
MOST_ACCOUNTS = 5  # a computer in a reading room
KEPT_SECONDS = 400 * 24 * 3600  # as long as browsers keep any cookie


def cookie_name():
    """Each site has its own, since both may be on one host."""
    return settings.SESSION_COOKIE_NAME.replace("session", "browser")


def mark_of(member):
    """What the cookie calls an account."""
    return salted_hmac(SALT, str(member.code), algorithm="sha256").hexdigest()[:32]


def accounts_known_by(request):
    """The marks in the cookie of this browser, the latest first."""
    try:
        return signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT)
    except signing.BadSignature:
        return []


def greet(request, member, *, first):
    """Somebody has signed in; `first`: for the first time ever. Mails them unless their account knows this browser."""
    if not first and mark_of(member) not in accounts_known_by(request):
        kind = request.headers.get("User-Agent", "")
        with as_reader(member, None, None):
            browser = " ".join(render_to_string("usersessions/_browser.html", {"agent": kind}).split())
        notifications.NewBrowser.post(
            to=member,
            context={
                "when": timezone.now(),
                "browser": browser,
                "on_staff_site": settings.PROCESS == "staff",
                "link": member_link("usersessions_list"),
            },
            occasion=f"new_browser-{member.pk}-{uuid.uuid4().hex}",
        )
    request.signed_in_now = member


def remember_browser(get_response):
    """Middleware: after a sign-in the browser keeps its cookie, with this account first."""

    def middleware(request):
        response = get_response(request)
        member = getattr(request, "signed_in_now", None)
        if member is not None:
            mine = mark_of(member)
            marks = [mine, *(mark for mark in accounts_known_by(request) if mark != mine)][:MOST_ACCOUNTS]
            response.set_cookie(
                cookie_name(),
                signing.dumps(marks, salt=SALT),
                max_age=KEPT_SECONDS,
                secure=settings.HTTPS,
                httponly=True,
                samesite="Lax",
            )
        return response

    return middleware
