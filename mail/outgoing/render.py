"""The words of a mail, as its reader reads."""

from contextlib import contextmanager

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from mentoring.lib.changed_texts import changed_texts
from mentoring.lib.changed_words import install_changed_words
from mentoring.lib.text import one_line

FILES = {"subject": "subject.txt", "text": "body.txt", "html": "body.html"}


def render_mail(kind, context):
    """{"subject", "text", "html"} of a mail, in the language and zone that are active."""
    return {part: render_part(kind, part, context) for part in FILES}


@contextmanager
def as_reader(to, language=None, zone=None):
    """As the reader reads: a member's own language and zone, or those given for a bare address."""
    zone = zone or (to.time_zone if to else "UTC")
    language = to.language if to else language or settings.LANGUAGE_CODE
    install_changed_words()
    with translation.override(language), timezone.override(zone):
        yield


def render_part(kind, part, context):
    """One part: "subject", "text" or "html", with the sentences that coordinators changed."""
    template = get_template(f"emails/{kind}/{FILES[part]}").template
    with changed_texts(kind, html=part == "html"):
        words = template.render(Context(context, autoescape=part == "html")).strip()
    return one_line(words)[:255] if part == "subject" else words + "\n"
