"""What the past may do in fewer statements, as measured: 150 members and four months, 135 s under the profiler.

30 s went into mails that nobody reads any more: to render, seal, hold back and put them together, and to erase them.
In the past a mail is the row that is left of one that was sent. 7 s went into the list of mentors, written anew for
each place that was taken: it is derived, so it is written anew once, before somebody reads it.
"""

from contextlib import contextmanager
from unittest.mock import patch

from django.utils import timezone

from directory.apps import relist_changed
from directory.services import relist
from mail.models import OutgoingMail, occasion_hash
from profiles.models import MentorProfile
from profiles.signals import mentor_changed


def write_as_sent(notification, *, to, occasion, address=None, **_words):
    """In place of `mail.services.post_mail`: the row of a mail that went out at once, once for each occasion."""
    if to and to.left_at:
        return None
    hashed = occasion_hash(occasion)
    there = OutgoingMail.objects.only("pk").filter(occasion=hashed).first()
    return there or OutgoingMail.objects.create(
        occasion=hashed,
        kind=notification.folder,
        to=to,
        address=address or to.email,
        due_at=None,
        sent_at=timezone.now(),
    )


@contextmanager
def mails_as_sent():
    """No mail waits that is written meanwhile."""
    with patch("mail.notification.post_mail", write_as_sent):
        yield


class Listings:
    """Mentors whose listing waits to be made anew."""

    def __init__(self):
        self._changed = {}

    @contextmanager
    def waiting(self):
        """Changes are only written down meanwhile."""
        mentor_changed.disconnect(dispatch_uid="directory")
        mentor_changed.connect(self._remember, dispatch_uid="demo")
        try:
            yield
        finally:
            mentor_changed.disconnect(dispatch_uid="demo")
            mentor_changed.connect(relist_changed, dispatch_uid="directory")

    def _remember(self, mentor, **_signal):
        self._changed[mentor.pk] = mentor.pk

    def make_anew(self):
        """All that changed."""
        for mentor in MentorProfile.objects.filter(pk__in=self._changed).order_by("pk").only("pk"):
            relist(mentor)
        self._changed.clear()
