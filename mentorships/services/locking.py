"""Holding a pair's row while something is written into it."""

from django.utils.translation import gettext_lazy as _

from mentorships import rules
from mentorships.models import Mentorship


class Conflict(Exception):
    """Nothing was kept: things have moved on. Says so in words for the page."""


class HasEnded(Conflict):
    """The mentorship has ended: what is there can be read and not added to."""


class Gone(Conflict):
    """What was to be changed is not there any more."""


def lock_mentorship(mentorship, by):
    """Hold the pair's row, so that an end at the same moment comes before or after, not between.

    The order in which rows are held: `profiles.locking`.
    """
    held = Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    if not rules.may_write(by, held):
        raise HasEnded(_("This mentorship has ended, so you cannot add anything to it."))
    mentorship.forget_keys()  # the other may have written their first words since they were read


def check_still_there(held):
    """Once the pair is held: refuse to write over a row that was deleted in the meantime."""
    if not type(held)._default_manager.filter(pk=held.pk).exists():
        raise Gone(_("This has since been deleted."))
