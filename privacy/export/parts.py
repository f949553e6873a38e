"""What a member takes along: part by part, row by row, nothing private of anybody else.

A part is (name, title, rows): `name` becomes two files in the archive, and `rows()` yields plain
dicts with keys in English and values that JSON knows. Other people appear by their name alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from conduct.models import Block, Case
from privacy.private_texts import CHUNK, texts_by_kind
from feedback.archive import opened
from mail.models import WORDLESS, Letter, PaceOfMail, Stop, Want
from matching.models import Bookmark, MentorRequest, Offer, Suggestion, Watch, Wish
from meetings.models import CalendarSettings, Seat
from mentorships.models import Invitation, Mentorship, StatusChange
from profiles import access_log
from profiles.models import MentorProfile
from reminders.models import Contact, Question, Reminder

NOT_TOLD = {"id", "password", "is_superuser", "member"}  # numbers of ours, and a hash


@dataclass(frozen=True)
class Part:
    """One file of the archive, as JSON and as HTML."""

    name: str
    title: str
    rows: Callable[[], Iterator[dict]]

    @property
    def data(self):
        """The file for programs."""
        return f"{self.name}.json"


def parts(member):
    """All parts, in the order of the table of contents."""
    yield Part("profile", _("My profile"), lambda: [_fields(member)])
    yield Part("mentor-profile", _("My mentor profile"), lambda: _mentor(member))
    yield Part("signing-in", _("How I sign in"), lambda: _signing_in(member))
    yield Part("mails", _("Mails to me"), lambda: _mails(member))
    yield Part("stopped-mails", _("Which mails I want, and how often"), lambda: _stopped(member))
    yield Part("reminders", _("What I was reminded of and asked"), lambda: _reminded(member))
    yield Part("calendar", _("My calendar"), lambda: _calendar(member))
    yield Part("shortlist", _("My shortlist and hidden profiles"), lambda: _marks(member))
    yield Part("watched", _("Mentors I wait for"), lambda: _watched(member))
    yield Part("wish", _("My wish"), lambda: _wish(member))
    yield Part("offers", _("Wishes I offered myself for"), lambda: _offers(member))
    yield Part("requests", _("Requests"), lambda: _requests(member))
    yield Part("invitations", _("Invitations I sent"), lambda: _invitations(member))
    yield Part("cases", _("Help and reports"), lambda: _cases(member))
    yield Part("blocked", _("Whom I keep away"), lambda: _blocked(member))
    yield Part("looks", _("What coordinators opened"), lambda: _looks(member))
    pairs = Mentorship.objects.visible_to(member).with_people().order_by("began_at", "pk")
    for number, pair in enumerate(pairs, 1):
        other = pair.partner_of(member)
        title = _("Mentorship with %(name)s") % {"name": other.name}
        yield Part(f"mentorship-{number}", title, lambda pair=pair: _mentorship(pair, member))


def _calendar(member):
    for row in CalendarSettings.objects.filter(member=member):
        yield {"discreet": row.discreet, "feed": row.feed}


def _meetings(pair, member):
    """When the two met or meant to, and what the member answered from a calendar. Places are among the texts."""
    seats = Seat.objects.filter(member=member, meeting__mentorship=pair)
    answers = dict(seats.values_list("meeting_id", "answer"))
    for row in pair.meetings.dates().order_by("pk").iterator(CHUNK):
        yield {"meeting": _plain(row.starts_at), "state": row.status, "means": row.means,
               "minutes": row.minutes, "told_afterwards": row.logged, "proposed_by": row.author.name,
               "answer_from_my_calendar": answers.get(row.pk)}  # fmt: skip
    for row in pair.rhythms.defer("place").order_by("pk"):
        yield {"rhythm": row.rule, "from": _plain(row.starts_on), "until": _plain(row.ends_on),
               "at": _plain(row.at), "zone": row.zone, "state": row.status}  # fmt: skip


def _fields(row):
    fields = (field for field in row._meta.concrete_fields if field.name not in NOT_TOLD)
    return {field.name: _plain(getattr(row, field.attname)) for field in fields}


def _plain(value):
    if value is None or isinstance(value, (bool, int, float, str, list)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _mentor(member):
    for mentor in MentorProfile.objects.filter(member=member):
        yield _fields(mentor)


def _signing_in(member):
    for row in EmailAddress.objects.filter(user=member):
        yield {"address": row.email, "verified": row.verified, "primary": row.primary}
    for row in UserSession.objects.filter(user=member):
        yield {"signed_in": _plain(row.created_at), "last_seen": _plain(row.last_seen_at),
               "from": row.ip, "with": row.user_agent}  # fmt: skip


def _mails(member):
    rows = Letter.objects.filter(to=member).defer(*WORDLESS).order_by("pk")
    for row in rows.iterator(CHUNK):
        yield {"kind": row.kind, "written": _plain(row.written_at), "sent": _plain(row.sent_at)}


def _stopped(member):
    for row in Stop.objects.filter(member=member).order_by("pk"):
        yield {"topic": row.topic, "since": _plain(row.at)}
    for row in Want.objects.filter(member=member):
        yield {"asked_for": row.topic}
    for row in PaceOfMail.objects.filter(member=member):
        yield {"how_often": row.pace}


def _reminded(member):
    """Days and kinds; of whom it was about stands with the mentorship."""
    for row in Reminder.objects.filter(to=member).order_by("pk").iterator(CHUNK):
        yield {"kind": row.kind, "day": _plain(row.on), "answered": _plain(row.answered_at)}
    for row in Question.objects.filter(to=member).order_by("pk"):
        yield {
            "question": row.subject,
            "asked": _plain(row.asked_at),
            "answered": _plain(row.answered_at),
        }


def _marks(member):
    for row in Bookmark.objects.filter(member=member).select_related("mentor", "member").order_by("pk"):
        yield {"mentor": row.mentor.name, "kind": row.kind, "since": _plain(row.made_at),
               "note": opened(row, "note")}  # fmt: skip


def _watched(member):
    for row in Watch.objects.filter(member=member).select_related("mentor").order_by("pk"):
        yield {"mentor": row.mentor.name, "since": _plain(row.made_at)}


def _wish(member):
    for row in Wish.objects.filter(member=member):
        yield {"what": row.what, "focus": row.focus, "state": row.status,
               "written": _plain(row.made_at), "coordinators_asked": _plain(row.asked_at)}  # fmt: skip
    for model, by in ((Offer, "mentor"), (Suggestion, "coordinators")):
        rows = model.objects.filter(wish__member=member).select_related("mentor").order_by("pk")
        for row in rows.iterator(CHUNK):
            yield {"mentor": row.mentor.name, "named_by": by, "at": _plain(row.made_at),
                   "declined": _plain(row.declined_at)}  # fmt: skip


def _offers(member):
    rows = Offer.objects.filter(mentor=member).select_related("wish__member").order_by("pk")
    for row in rows.iterator(CHUNK):
        yield {"to": row.wish.member.name, "at": _plain(row.made_at),
               "taken_back": _plain(row.withdrawn_at)}  # fmt: skip


def _requests(member):
    rows = MentorRequest.objects.visible_to(member).order_by("made_at", "pk")
    for row in rows.iterator(CHUNK):
        yield {
            "from": row.mentee.name, "to": row.mentor.name, "state": row.status,
            "focus": row.focus, "style": row.style, "line_manager": row.line_manager,
            "made": _plain(row.made_at), "decided": _plain(row.decided_at),
            "message": opened(row, "message"), "hopes": opened(row, "hopes"),
        }  # fmt: skip
        for said in row.talk.select_related("author"):
            said.request = row
            yield {"about": _plain(row.made_at), "from": said.author.name,
                   "written": _plain(said.written_at), "text": opened(said, "text")}  # fmt: skip


def _invitations(member):
    for row in Invitation.objects.filter(by=member).order_by("pk"):
        yield {"to": row.address, "state": row.status, "sent": _plain(row.sent_at),
               "focus": row.focus}  # fmt: skip


def _cases(member):
    for case in Case.objects.filter(member=member).order_by("pk"):
        for row in case.texts.select_related("author"):
            row.case = case
            yield {"case": case.kind, "opened": _plain(case.opened_at), "from": row.author.name,
                   "written": _plain(row.written_at), "copy_of": opened(row, "copied_from"),
                   "text": opened(row, "text")}  # fmt: skip


def _blocked(member):
    for row in Block.objects.filter(by=member).select_related("whom"):
        yield {"name": row.whom.name, "since": _plain(row.made_at)}


def _looks(member):
    for row in access_log.told_to(member).order_by("at").iterator(CHUNK):
        yield {"who": row.by.name, "what": row.what, "at": _plain(row.at)}


def _mentorship(pair, member):
    yield {
        "mentor": pair.mentor.name, "mentee": pair.mentee.name, "focus": pair.focus,
        "style": pair.style, "state": pair.status, "began": _plain(pair.began_at),
        "ended": _plain(pair.ended_at),
    }  # fmt: skip
    for change in StatusChange.objects.filter(mentorship=pair).order_by("pk"):
        yield {"was": change.was, "now": change.now, "at": _plain(change.at)}
    for row in Contact.objects.filter(mentorship=pair):
        yield {"in_touch": row.rhythm, "no_check_in_before": _plain(row.quiet_until)}
    yield from _meetings(pair, member)
    for text in texts_by_kind(pair, member):
        yield {"what": text.label, "from": text.row.author.name, "written": _plain(text.date),
               "text": text.words}  # fmt: skip
