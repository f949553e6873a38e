"""Private texts of every kind, and hands that reach them by SQL, past the code."""

from typing import NamedTuple

from django.db import connection, models

import factories
from feedback import services as feedback_services
from feedback.models import Feedback, FeedbackAnswer
from matching import bookmarks
from matching import services as matching_services
from matching.models import Bookmark, MentorRequest, RequestMessage
from matching.models.bookmark import BookmarkKind
from meetings.models import Item, Meeting, MeetingRhythm
from mentoring.lib.vault import CannotOpen, PrivateText
from mentorships.models import Agreement, Goal, NoteVersion, OwnNote, Step
from mentorships.services import agreement, goals, notes
from open_hours.models import Booking, Talk, TalkPlace
from programmes.models import HoursEntry
from recognition.models import Certificate, TimeEntry
from testing import making, programmes, records, talks, worksheets
from worksheets.models import Answer, SharedAnswer

KINDS = (
    Feedback,
    FeedbackAnswer,
    MentorRequest,
    RequestMessage,
    Bookmark,
    Agreement,
    Goal,
    Step,
    NoteVersion,
    OwnNote,
    Meeting,
    MeetingRhythm,
    Item,
    Talk,
    Booking,
    TalkPlace,
    HoursEntry,
    Answer,
    SharedAnswer,
    Certificate,
    TimeEntry,
)
MARKER = "zirconium-gannet-4711"


class Cell(NamedTuple):
    """One column of one row."""

    model: type[models.Model]
    pk: int
    column: str

    @property
    def row(self):
        """Fresh from the database."""
        return self.model.objects.get(pk=self.pk)

    @property
    def words(self):
        """The text, or None where it does not open."""
        try:
            return getattr(self.row, self.column)
        except CannotOpen:
            return None

    def put(self, value):
        """Write the column by SQL."""
        sql(f"UPDATE {self.model._meta.db_table} SET {self.column} = %s WHERE id = %s", value, self.pk)

    def raw(self):
        """The column as the database holds it."""
        return bytes(
            sql(f"SELECT {self.column} FROM {self.model._meta.db_table} WHERE id = %s", self.pk)[0][0]
        )


def sql(statement, *params):
    """Run it. Rows, if there are any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


def cells():
    """Every private text in the database."""
    return [
        Cell(model, pk, field.column)
        for model in KINDS
        for field in model._meta.fields
        if isinstance(field, PrivateText)
        for pk in model.objects.exclude(**{f"{field.name}": None}).values_list("pk", flat=True)
    ]


def write_all(mentor, mentee):
    """A request that was talked about and accepted, letters and answers by both, notes on the mentor.

    Every text holds the MARKER. Returns the mentorship.
    """
    request = factories.request(mentee, mentor, message=f"{MARKER} message", hopes=f"{MARKER} hopes")
    for by in (mentor, mentee):
        matching_services.send_message(request, by=by, text=f"{MARKER} talk {by.pk}")
    mentorship = matching_services.accept_request(request)
    for author in (mentor, mentee):
        letter = factories.letter(
            mentorship,
            author,
            **{name: f"{MARKER} {name} {author.pk}" for name in ("letter", "works", "better", "next_time")},
        )
        partner = mentorship.partner_of(author)
        feedback_services.answer_feedback(letter, author=partner, text=f"{MARKER} answer {author.pk}")
        feedback_services.save_feedback_draft(mentorship, author=author, letter=f"{MARKER} draft {author.pk}")
    bookmarks.put_bookmark(mentee, mentor, BookmarkKind.KEPT)
    bookmarks.save_note(mentee, mentor, f"{MARKER} note")
    write_kept(mentorship, mentor, mentee)
    making.write_all(mentorship, mentor, mentee, MARKER)
    write_talk(mentor, mentee)
    programmes.with_hours(mentorship, MARKER)
    for author in (mentor, mentee):
        for answer in worksheets.write(author, f"{MARKER} sheet {author.pk}", mentorship=mentorship):
            worksheets.share(answer, mentorship)
    records.write_all(mentor, mentee, MARKER)
    return mentorship


def write_talk(mentor, mentee):
    """A single talk that is booked: what about, and where."""
    Booking.objects.filter(mentor=mentor, mentee=mentee).update(status="held")  # one at a time
    ahead = 48 + 24 * Talk.objects.count()
    return talks.booked(
        mentor, mentee, hours=ahead, about=f"{MARKER} about", place=f"{MARKER} room", means="phone"
    )


def write_kept(mentorship, mentor, mentee):
    """An agreement and a proposal, a goal with a step, a note in two versions, notes for each alone."""
    agreement.propose_agreement(mentorship, by=mentor, parts={"focus": f"{MARKER} focus"}, seen=0)
    agreement.agree(mentorship, by=mentee, number=1)
    agreement.propose_agreement(mentorship, by=mentee, parts={"goals": f"{MARKER} hopes"}, seen=1)
    goal = goals.add_goal(
        mentorship,
        by=mentee,
        due_on=None,
        **{name: f"{MARKER} {name}" for name in ("title", "why", "readings")},
    )
    goals.add_step(goal, by=mentee, text=f"{MARKER} step", due_on=None)
    begun = {"title": f"{MARKER} title", "text": f"{MARKER} begun"}
    note = notes.begin_note(mentorship, by=mentor, **begun).note
    notes.save_version(note, by=mentee, base=1, **begun | {"text": f"{MARKER} gone on"})
    for author in (mentor, mentee):
        notes.keep_own_note(mentorship, by=author, text=f"{MARKER} own {author.pk}")
