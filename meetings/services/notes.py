"""Notes on a meeting: shared notes of the pair that hang on it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from meetings.services.locking import MeetingConflict, lock_mentorship
from mentorships.services import notes


@transaction.atomic
def begin_meeting_note(meeting, *, by, title, text):
    """The first version of the note. Overtaken if the other has begun one in the meantime."""
    lock_mentorship(meeting.mentorship, by)
    meeting.refresh_from_db(fields=["note"])
    if meeting.note:
        raise MeetingConflict(
            _(
                "The other person has already started the notes on this meeting. Yours are "
                "below, so you can copy them over."
            )
        )
    version = notes.begin_note(meeting.mentorship, by=by, title=title, text=text)
    Meeting.objects.filter(pk=meeting.pk).update(note=version.note)
    return version
