"""What matters to a member, in words for coordinators."""

from django.utils.translation import gettext as _

from matching.models import Work
from mentoring.lib.separators import semicolon
from profiles.vocabulary import words


def matters_in_words(seeker):
    """One line; empty if nothing was said."""
    given = seeker.criteria
    return f"{semicolon()} ".join(filter(None, _parts(given))) if given else ""


def _parts(given):
    yield _where(given.work)
    yield words().name("language", given.language) if given.language else ""
    yield _named("window", given.windows)
    yield _named("format", given.formats)
    yield _("nobody who works for the same employer") if given.other_employer else ""


def _named(kind, slugs):
    return ", ".join(words().name(kind, slug) for slug in slugs)


def _where(work):
    return {Work.SAME: _("the same kind of library"), Work.DIFFERENT: _("somewhere quite different")}.get(
        work, ""
    )
