"""Announcements: saved as one row more, withdrawn, put back, and read by the first page."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from configuration.models import Announcement, Audience
from configuration.services.history import ChangedMeanwhile, Kept, add_changes, refuse_unless_newest

MOST_SHOWN = 3
CONTENT = ("title", "text", "link", "starts_on", "ends_on", "audience", "language", "withdrawn")


def newest_of(code):
    """The Announcement of this code that holds, or None."""
    return Announcement.objects.holding().filter(code=code).first()


def save_announcement(values, *, by, code, seen):
    """One state more of the announcement `code`. `seen`: number of the state that the page showed, 0 for none.

    ChangedMeanwhile if another one has been saved since.
    """
    change = Announcement(**values, code=code, previous=seen, made_by=by)
    add_changes([change])
    return change


def withdraw(announcement, *, by):
    """Show it to nobody from now on. ChangedMeanwhile if a later state has replaced this one."""
    refuse_unless_newest(announcement)
    return _again(announcement, announcement, by, withdrawn=True)


def put_announcement_back(announcement, *, by):
    """Give it the content it had before this state. ChangedMeanwhile if a later one holds, or there was none."""
    refuse_unless_newest(announcement)
    before = Announcement.objects.filter(pk=announcement.previous, code=announcement.code).first()
    if before is None:
        raise ChangedMeanwhile(_("There is nothing before this. You can withdraw it."))
    return _again(before, announcement, by)


def announcements_for(member):
    """What the first page shows this member today, newest first. Asks the database every few seconds at most."""
    today, language = timezone.localdate(), get_language()
    fitting = [
        each
        for each in RUNNING.get()
        if each.starts_on <= today <= each.ends_on
        and each.language in ("", language)
        and (each.audience == Audience.EVERYONE or member.is_mentor == (each.audience == Audience.MENTORS))
    ]
    return fitting[:MOST_SHOWN]


def _again(content, last, by, **other):
    values = {name: getattr(content, name) for name in CONTENT} | other
    return save_announcement(values, by=by, code=last.code, seen=last.pk)


def _read_running():
    """With a day on each side: members live in different days."""
    today, day = timezone.now().date(), timedelta(days=1)
    running = Announcement.objects.holding().filter(
        starts_on__lte=today + day, ends_on__gte=today - day, withdrawn=False
    )
    return list(running.order_by("-starts_on", "-pk"))


RUNNING = Kept(_read_running, [])
