"""A programme with neighbours: everybody who might reach for a pair's page, and the pair."""

from dataclasses import dataclass

from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

import factories
from conduct.models import Case, CaseKind
from conduct.services import open_case
from coordination.groups import coordinators
from letters.models import Letter
from matching.models import MentorRequest, Status
from matching.models.requests import dates_from
from mentorships import services
from mentorships.models import OwnNote
from mentorships.tests.texts import MARKER, write_all
from profiles import services as profile_services
from profiles.models import Term

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

    def args(self, pattern):
        """The arguments of a route, as the pair's own."""
        mentor = self.people["mentor"]
        code = {"mentorships": self.pair.code, "requests": self.request.code,
                "help": Case.objects.earliest("pk").code}  # fmt: skip
        return {
            "code": str(code.get(pattern.lstrip("^").split("/")[0], mentor.code)),
            "letter": str(self.letter.code),
            **_kept(self.pair),
            "kind": "json" if "archive" in pattern else "kept",
            "name": "0" * 32 if "photos" in pattern else "nothing",
            "size": "card",
            "key": "no-such-key",
            "uidb36": "1",
            "object_id": _row(pattern, mentor),
            "pk": _row(pattern, mentor),
            "app_label": "profiles",
            "url": "nothing/at/all",
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


def _kept(pair):
    """What the pair keeps; the own note is the mentee's."""
    goal, note = pair.goals.get(), pair.notes.get()
    own = OwnNote.objects.get(mentorship=pair, author=pair.mentee_id)
    return {
        "goal": str(goal.code),
        "step": str(goal.steps.get().code),
        "note": str(note.code),
        "own": str(own.code),
        "number": 1,
    }


def _row(pattern, mentor):
    """The number of a row that is there, for a page of the staff site."""
    if "/letter/" in pattern:
        return Letter.objects.earliest("pk").pk
    if "/case/" in pattern:
        return Case.objects.earliest("pk").pk
    if "/term/" in pattern:
        return Term.objects.earliest("pk").pk
    return mentor.mentor_profile.pk if "/mentorprofile/" in pattern else mentor.pk


def address(key, pattern, kwargs, urlconf):
    """Where a route is. A nameless one is put together from its pattern."""
    if key != pattern:
        return reverse(key, urlconf=urlconf, kwargs=kwargs)
    for name, value in kwargs.items():
        pattern = pattern.replace(f"<path:{name}>", str(value)).replace(
            f"(?P<{name}>.*)$", str(value)
        )
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
    profile_services.suspend(people["suspended"])
    letter = pair.feedback.given().filter(author=people["mentee"]).get()
    return World(people, pair, request, letter)


def open_request(mentee, mentor):
    """One more, from a time before the two were a pair: it still waits for an answer."""
    now = timezone.now()
    request = MentorRequest(
        mentee=mentee, mentor=mentor, focus="specific-skill", message=MARKER,
        status=Status.OPEN, sent_at=now, **dates_from(now),
    )  # fmt: skip
    request.save()
    return request


def coordinator():
    """With what coordinators may do."""
    member = factories.member(name="Grace Whitfield", is_staff=True)
    coordinators().user_set.add(member)
    return member
