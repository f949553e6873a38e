"""The frame around every page: drawn once for each place in the navigation, then kept in memory.

It holds no word about the reader beyond "signed in or not"; forms with a token stay outside.
"""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from mentoring.lib.changed_words import words_mark

register = template.Library()
NAME_HERE = "\u2063name\u2063"
CODE_HERE = "00000000-0000-4000-8000-00000000c0de"
PLACES = {  # by the first part of an address
    "mentors": "mentors",
    "shortlist": "mentors",
    "peers": "mentors",
    "requests": "requests",
    "mentorships": "pairs",
    "programmes": "pairs",
    "worksheets": "pairs",
    "meetings": "meetings",
    "open-hours": "meetings",
    "profile": "profile",
    "recognition": "profile",
    "invite-a-colleague": "profile",
    "help": "profile",
}
DOORS = {"account_login": "sign_in", "account_signup": "join"}
LISTS = {
    "mentor_list",
    "request_list",
    "mentorship_list",
    "my_meetings",
    "profile",
    "account_login",
    "account_signup",
}


@register.simple_tag(takes_context=True)
def frame(context, part):
    """One part of the frame: `head`, `tail`, `demo_line`, `header` or `footer`."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    name = match.url_name if match else ""
    first = request.path.split("/")[1] if match else ""
    user = getattr(request, "user", None)
    return _drawn(
        part,
        words_mark(),
        bool(user and user.is_authenticated),
        DOORS.get(name) or PLACES.get(first, ""),
        name in LISTS,
        context.get("association", ""),
        bool(context.get("demo")),
        context.get("process", ""),
    )


@register.simple_tag(takes_context=True)
def contact(context):
    """Somebody to write to, at the foot of every page of a pair (product 36)."""
    pair = context.get("mentorship")
    if not pair or not settings.CONTACT_NAME or context.get("other") is None:
        return ""
    facts = settings.CONTACT_NAME, settings.CONTACT_EMAIL, settings.CONTACT_PICTURE
    return mark_safe(_contact(words_mark(), *facts).replace(CODE_HERE, str(pair.code)))  # noqa: S308


@lru_cache(maxsize=16)
def _contact(language, name, email, picture):
    facts = {"name": name, "email": email, "picture": picture, "code": CODE_HERE}
    facts |= {"initials": "".join(part[0] for part in name.split()[:2]).upper()}
    return render_to_string("parts/_contact.html", facts)


@register.simple_tag
def block_words(other):
    """What the button that blocks somebody stands under: drawn once for each language."""
    return mark_safe(_block_words(words_mark()).replace(NAME_HERE, escape(other.first_name)))  # noqa: S308


@lru_cache(maxsize=16)
def _block_words(language):
    return render_to_string("conduct/_block_words.html", {"name": NAME_HERE})


@lru_cache(maxsize=512)
def _drawn(part, language, signed_in, place, at_list, association, demo, process):
    facts = {
        "signed_in": signed_in,
        "place": place,
        "current": "page" if at_list else "true",
        "association": association,
        "demo": demo,
        "process": process,
    }
    return mark_safe(render_to_string(f"parts/_{part}.html", facts))  # noqa: S308 our own template


@register.simple_tag
def lock(name):
    """The line that says who can read this: "only you and …", with the way to how that is ensured."""
    return mark_safe(_lock(words_mark()).replace(NAME_HERE, escape(name)))  # noqa: S308 escaped


@register.simple_tag
def lock_alone(name):
    """The same line for what one keeps alone: `name` is the other, who does not see it."""
    return mark_safe(_lock(words_mark(), True).replace(NAME_HERE, escape(name)))  # noqa: S308 escaped


@lru_cache(maxsize=16)
def _lock(language, alone=False):
    return render_to_string("parts/_lock.html", {"name": NAME_HERE, "alone": alone})
