"""A programme with neighbours: everybody who might reach for a pair's page, and the pair."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

import factories
from conduct.models import Case, CaseKind
from conduct.services import open_case
from configuration.models import Announcement, NumberChange, TextChange
from coordination.groups import coordinator_group
from coordination.models import RoleChange, RoleProposal
from figures.models import Publication
from guidance.models import Video
from joining.models import MembershipEvent, RosterEntry, RosterImport
from joining.offers import welcome_token
from mail.models import OutgoingMail, Undeliverable
from mail.topics import TOPICS, unsubscribe_token
from matching import wishes
from matching.models import MentorRequest, RequestStatus, Wish
from matching.models.requests import dates_from
from meetings.models import CalendarSettings
from mentorships import services
from mentorships.models import OwnNote
from open_hours.models import Booking, TalkDay
from outreach.models import Quote
from outreach.models.invitation import hash_of_address
from outreach.notifications import stop_token
from peers.services import look_for_peer
from profiles import moderation
from profiles.models import Term
from programmes.models import HoursEntry, Milestone, Programme, TrainingPage
from recognition.models import Certificate, TimeEntry
from reminders.links import answer_link, yes_link
from reminders.models import Question, Reminder, ReminderKind, Subject
from testing.private_texts import MARKER, write_all
from testing.staff_rows import fill_staff_site
from worksheets.models import Answer, SharedAnswer

OUTSIDERS = ("member", "coordinator", "superuser", "elsewhere", "former")
ROLES = ("anonymous", "suspended", *OUTSIDERS, "mentor", "mentee")
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
NOBODYS = "00000000-0000-4000-8000-000000000000"


@dataclass
class World:
    """People by role, and what the addresses of the pair are made of."""

    people: dict
    pair: object
    request: object
    letter: object
    meeting: object
    certificate: object  # the mentor's
    proof: str  # the secret of its link, read while there is a key

    def args(self, pattern):
        """The arguments of a route, as the pair's own."""
        mentor, first = self.people["mentor"], pattern.lstrip("^").split("/")[0]
        first = "days" if "/days/" in pattern else first
        row = next((row for part, row in self._rows.items() if f"/{part}/" in pattern), mentor.pk)
        return {
            **self._kept,
            "number": 0 if "policies/" in pattern else 1,
            "key": "people" if ".csv" in pattern else "no-such-key",
            "code": str(
                self._codes.get("announcement" if "/announcement/" in pattern else first, mentor.code)
            ),
            "role": "mentee" if first == "orientation" else "coordinator",
            "kind": self._kind(pattern),
            "part": "where",
            "name": self._name(pattern),
            "slug": "feedback" if first == "guide" else "goals",
            "token": self._tokens.get(first, self._tokens["mail"]),
            "object_id": row,
            "pk": row,
        }

    def _name(self, pattern):
        if "/names/" in pattern:
            return 1
        if "/guide/" in pattern:
            return "feedback"
        if "/worksheet" in pattern:
            return "goals"
        return "0" * 32 if "photos" in pattern else "terms"

    def _kind(self, pattern):
        if "/emails/" in pattern:
            return "matching/request_received"
        return "json" if "archive" in pattern else "kept"

    @cached_property
    def _codes(self):
        return {
            "mentorships": self.pair.code,
            "requests": self.request.code,
            "help": Case.objects.earliest("opened_at").code,
            "roles": RoleProposal.objects.earliest("pk").code,
            "wishes": Wish.objects.earliest("pk").code,
            "announcement": Announcement.objects.earliest("pk").code,
            "open-hours": Booking.objects.earliest("pk").talk.code,
            "days": TalkDay.objects.earliest("pk").code,
            "programmes": Programme.objects.earliest("pk").code,
        }

    @cached_property
    def _kept(self):
        """What the pair keeps, by name; the own note is the mentee's. And what is the same for all routes."""
        goal, mentee = self.pair.goals.get(), self.people["mentee"]
        own = OwnNote.objects.get(mentorship=self.pair, author=mentee)
        rows = {
            "letter": self.letter,
            "meeting": self.meeting,
            "goal": goal,
            "step": goal.steps.get(),
            "item": self.meeting.items.earliest("pk"),
            "note": self.pair.notes.earliest("pk"),
            "own": own,
            "milestone": Milestone.objects.earliest("pk"),
            "entry": HoursEntry.objects.earliest("pk"),
            "answer": Answer.objects.get(member=mentee),
            "shared": SharedAnswer.objects.get(author=mentee),
            "mentor": self.people["mentor"],
            "certificate": self.certificate,
            "time": TimeEntry.objects.get(member=mentee),
        }
        return {name: str(row.code) for name, row in rows.items()} | {
            "feed": CalendarSettings.objects.get(member=mentee).feed_secret,
            "language": "en-gb",
            "provider_id": "members",
            "organization_slug": "university",
            "year": 2027,
            "size": "card",
            "uidb36": "1",
            "app_label": "profiles",
            "url": "nothing/at/all",
        }

    @cached_property
    def _tokens(self):
        """{first part of the address: the link out of a mail}, each of its own purpose."""
        mentor, mentee = self.people["mentor"], self.people["mentee"]
        links = {
            "contact": answer_link(Reminder.objects.get(to=mentee), "later"),
            "willing": yes_link(Question.objects.get(to=mentor)),
            "welcome": f"/{welcome_token(RosterEntry.objects.earliest('pk'))}/",
            "certificates": f"/{self.proof}/",
            "invited": stop_token(hash_of_address("nobody@elsewhere.example")),
            "mail": unsubscribe_token(mentee.pk, TOPICS.get("meetings")),
        }
        return {part: link.rstrip("/").rpartition("/")[2] for part, link in links.items()}

    @cached_property
    def _rows(self):
        """{part of an address of the staff site: the number of a row that is there}."""
        return {
            "outgoingmail": OutgoingMail.objects.earliest("pk").pk,
            "undeliverable": Undeliverable.objects.earliest("pk").pk,
            "wish": Wish.objects.latest("pk").pk,
            "case": Case.objects.earliest("opened_at").pk,
            "announcement": Announcement.objects.earliest("pk").pk,
            "talkday": TalkDay.objects.earliest("pk").pk,
            "textchange": TextChange.objects.earliest("pk").pk,
            "numberchange": NumberChange.objects.earliest("pk").pk,
            # Before the list that their addresses are beneath.
            "withdraw": RoleProposal.objects.earliest("pk").pk,
            "take-away": self.people["coordinator"].pk,
            "rolechange": RoleChange.objects.earliest("pk").pk,
            "publication": Publication.objects.earliest("pk").pk,
            # Before the list that their address is beneath.
            "questions": MembershipEvent.objects.earliest("pk").pk,
            "rosterimport": RosterImport.objects.earliest("pk").pk,
            "rosterentry": RosterEntry.objects.earliest("pk").pk,
            "term": Term.objects.earliest("pk").pk,
            "peerprofile": self.people["mentor"].peer_profile.pk,
            "mentorprofile": self.people["mentor"].mentor_profile.pk,
            "read": TrainingPage.objects.earliest("pk").pk,
            "programme": Programme.objects.earliest("pk").pk,
            "video": Video.objects.earliest("pk").pk,
            "videos": Video.objects.earliest("pk").pk,
            "quote": Quote.objects.earliest("pk").pk,
        }

    def addresses(self, urlconf):
        """(route key, address) of every route; `demo` and account routes included."""
        for key, pattern, converters in routes(urlconf):
            args = self.args(pattern)
            kwargs = {name: args[name] for name in converters}
            yield key, address(key, pattern, kwargs, urlconf)

    def sign_in(self, client, role):
        """The client as somebody in that role."""
        client.logout()
        if role != "anonymous":
            client.force_login(self.people[role])
        return client


def address(key, pattern, kwargs, urlconf):
    """Where a route is. A nameless one is put together from its pattern."""
    if key != pattern:
        return reverse(key, urlconf=urlconf, kwargs=kwargs)
    for name, value in kwargs.items():
        pattern = pattern.replace(f"<path:{name}>", str(value)).replace(f"(?P<{name}>.*)$", str(value))
    return f"/{pattern}"


def routes(urlconf):
    """(key, pattern, names of arguments) of every route. The key is the name, or the pattern without one."""
    return list(_walk(get_resolver(urlconf).url_patterns, "", "", ()))


def _walk(patterns, prefix, space, names):
    for entry in patterns:
        pattern, found = prefix + str(entry.pattern), (*names, *_names(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, pattern, inner, found)
        else:
            yield f"{space}{entry.name}" if entry.name else pattern, pattern, found


def _names(pattern):
    regex = getattr(pattern, "regex", None)
    return tuple(pattern.converters) or tuple(regex.groupindex)


def build():
    """The pair with texts of every kind, an open request, and the neighbours."""
    people = {
        "mentor": factories.mentor(name="Rosalind Achterberg", capacity=9).member,
        "mentee": factories.member(name="Amina Otieno"),
        "elsewhere": factories.member(name="Elsa Where"),
        "former": factories.member(name="Forma Partner"),
        "member": factories.member(name="Stranger Danger"),
        "suspended": factories.member(name="Sus Pended"),
        "coordinator": coordinator(),
        "superuser": factories.member(name="Super User", is_staff=True, is_superuser=True),
    }
    for neighbour in ("elsewhere", "former"):
        near = factories.pair(people["mentor"], people[neighbour])
        factories.letter(near, people["mentor"], letter=f"To {neighbour}.")
    services.end(near, by=people["mentor"])
    pair = write_all(people["mentor"], people["mentee"])
    request = open_request(people["mentee"], people["mentor"])
    open_case(member=people["mentee"], kind=CaseKind.HELP, text="I lost the thread.")
    moderation.suspend(people["suspended"])
    CalendarSettings.objects.renew(people["mentee"])
    wish(people["mentee"], people["member"])
    look_for_peer(people["mentor"], about="Would like to swap notes about archives.")
    Undeliverable.objects.create(address="gone@test.example", code="SMTP 550 5.1.1")
    Reminder.objects.create(
        to=people["mentee"], kind=ReminderKind.CHECKIN, mentorship=pair, on=timezone.now()
    )
    Question.objects.create(to=people["mentor"], subject=Subject.YEARLY)
    fill_staff_site(people)
    letter = pair.feedback.given().filter(author=people["mentee"]).get()
    certificate = Certificate.objects.get(member=people["mentor"])
    meeting = pair.meetings.filter(offers__status="open").get()
    return World(people, pair, request, letter, meeting, certificate, certificate.token)


def wish(mentee, neighbour):
    """One that mentors can read; and one, the last, with the coordinators."""
    wishes.write_wish(mentee, what="knows archives by the sea.", focus="")
    late = wishes.write_wish(neighbour, what="has led a small team.", focus="leadership")
    Wish.objects.filter(pk=late.pk).update(unheard_at=late.made_at)
    wishes.hand_to_coordinators(neighbour)


def open_request(mentee, mentor):
    """One more, from a time before the two were a pair: it still waits for an answer."""
    now = timezone.now()
    request = MentorRequest(
        mentee=mentee,
        mentor=mentor,
        focus="specific-skill",
        message=MARKER,
        status=RequestStatus.OPEN,
        sent_at=now,
        **dates_from(now),
    )
    request.save()
    return request


def coordinator():
    """With what coordinators may do."""
    member = factories.member(name="Grace Whitfield", is_staff=True)
    coordinator_group().user_set.add(member)
    return member
