"""The frame around every page: drawn once for each place in the navigation, then kept in memory.

It holds no word about the reader beyond "signed in or not"; forms with a token stay outside.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()
NAME_HERE = "\u2063name\u2063"
PLACES = {
    "mentor_list": "mentors", "mentor_detail": "mentors", "shortlist": "mentors",
    "request_list": "requests", "request_detail": "requests", "request_new": "requests",
    "mentorship_list": "pairs", "mentorship_detail": "pairs", "mentorship_end": "pairs",
    "feedback_list": "pairs", "feedback_find": "pairs", "feedback_write": "pairs", "archive": "pairs",
    "profile": "profile", "mentor_profile": "profile", "mentor_preview": "profile",
    "photo_change": "profile", "account_login": "sign_in", "account_signup": "join",
}  # fmt: skip
LISTS = {"mentor_list", "request_list", "mentorship_list", "profile", "account_login",
         "account_signup"}  # fmt: skip


@register.simple_tag(takes_context=True)
def frame(context, part):
    """One part of the frame: `head`, `tail`, `demo_line`, `header` or `footer`."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    name = match.url_name if match else ""
    user = getattr(request, "user", None)
    return _drawn(
        part, get_language(), bool(user and user.is_authenticated), PLACES.get(name, ""),
        name in LISTS, context.get("association", ""), bool(context.get("demo")),
        context.get("process", ""),
    )  # fmt: skip


@lru_cache(maxsize=512)
def _drawn(part, language, signed_in, place, at_list, association, demo, process):
    facts = {
        "signed_in": signed_in, "place": place, "current": "page" if at_list else "true",
        "association": association, "demo": demo, "process": process,
    }  # fmt: skip
    return mark_safe(render_to_string(f"parts/_{part}.html", facts))  # noqa: S308 our own template


@register.simple_tag
def lock(name):
    """The line that says who can read this: "only you and …", with the way to how that is ensured."""
    return mark_safe(_lock(get_language()).replace(NAME_HERE, escape(name)))  # noqa: S308 escaped


@lru_cache(maxsize=16)
def _lock(language):
    return render_to_string("parts/_lock.html", {"name": NAME_HERE})
