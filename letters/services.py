"""Writing a letter: a row in the transaction of the change it tells of."""

from django.db import IntegrityError, transaction
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from letters.models import Letter


def post(kind, *, to=None, address=None, language="en", zone=None, context, occasion):
    """Write one letter, in the reader's language and zone. The same occasion is written once.

    None for a member who has left: nobody is there to read it.

    `kind` names a folder under templates/emails/; `to` is a member, or `address` a bare address.
    The words of the context go into the letter as they are: never a private one.
    """
    if to and to.left_at:
        return None
    language = to.language if to else language
    zone = zone or (to.time_zone if to else "UTC")
    with translation.override(language), timezone.override(zone):
        words = {part: _render(kind, part, context) for part in ("subject", "text", "html")}
    try:
        with transaction.atomic():
            return Letter.objects.create(
                occasion=occasion, kind=kind, to=to, address=address or to.email, **words
            )
    except IntegrityError:
        # The staff site may write a letter, and may not read what another one says.
        return Letter.objects.defer("subject", "text", "html").get(occasion=occasion)


def take_back(*, to, about):
    """Delete what has not been sent yet to these members if its text names one of these codes."""
    for letter in Letter.objects.waiting().filter(to__in=to).only("pk", "text"):
        if any(str(code) in letter.text for code in about):
            Letter.objects.waiting().filter(pk=letter.pk).delete()


FILES = {"subject": "subject.txt", "text": "body.txt", "html": "body.html"}


def _render(kind, part, context):
    template = get_template(f"emails/{kind}/{FILES[part]}").template
    words = template.render(Context(context, autoescape=part == "html")).strip()
    return " ".join(words.split())[:255] if part == "subject" else words + "\n"
