"""What a certificate says, in its reader's language. Only what the program knows: that, as what, and when."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.durations import hours_and_minutes
from recognition.models import CertificateRole
from recognition.periods import TALK

CONFIRMED = {
    CertificateRole.MENTOR: gettext_lazy(
        "%(association)s confirms that %(name)s took part in its mentoring programme as a mentor %(when)s."
    ),
    CertificateRole.MENTEE: gettext_lazy(
        "%(association)s confirms that %(name)s took part in its mentoring programme as a mentee %(when)s."
    ),
    CertificateRole.PEER: gettext_lazy(
        "%(association)s confirms that %(name)s took part in its mentoring programme as a peer, with one "
        "member mentoring the other in turn, %(when)s."
    ),
}


def confirmation(certificate):
    """The one sentence."""
    return CONFIRMED[CertificateRole(certificate.role)] % {
        "association": settings.ASSOCIATION_NAME,
        "name": certificate.name,
        "when": periods_in_words(certificate.periods),
    }


def hours_sentence(certificate):
    """What the member has written down themselves; empty where the certificate leaves it out."""
    if certificate.minutes is None:
        return ""
    words = _(
        "In these months, %(name)s recorded %(hours)s of mentoring, preparation, reading and training. Members "
        "keep this record themselves; nobody has checked it."
    )
    return words % {"name": certificate.name, "hours": hours_and_minutes(certificate.minutes)}


def periods_in_words(periods):
    """`from March 2025 to May 2025 and from January 2026 until at least May 2026`."""
    mentorships = [_in_words(period) for period in periods if period.kind != TALK]
    talks = [_in_words(period) for period in periods if period.kind == TALK]
    if talks:
        mentorships.append(_("in single talks %(when)s") % {"when": _listed(talks)})
    return _listed(mentorships)


def months_in_words(periods):
    """The same for records of one kind, which say themselves what they are."""
    return _listed([_in_words(period) for period in periods])


def _listed(phrases):
    return get_text_list(phrases, _("and"))


def _in_words(period):
    months = {"first": month_in_words(period.first), "last": month_in_words(period.last)}
    if period.first == period.last:
        return _("in %(first)s") % months
    if period.goes_on:
        return _("from %(first)s until at least %(last)s") % months
    return _("from %(first)s to %(last)s") % months


def month_in_words(month):
    """`May 2026`, as the reader's country writes it."""
    return date_format(month, "YEAR_MONTH_FORMAT")
