"""The kinds of hooks. A room declares its own in `<room>/hooks.py`."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from mentoring.lib.registry.base import Hooks, Registry

STAFF_SITE = (
    "mentoring.urls_staff"  # for reverse(): the worker, which writes mails about them, has no such pages
)


@dataclass(frozen=True)
class Job:
    """A task that beat wakes. `name` is its dotted path, `seconds` the time between two turns."""

    name: str
    seconds: int


@dataclass(frozen=True)
class StaffTask:
    """Something that needs a coordinator: one line of the staff site's first page. Names nobody.

    `label` says what it is ("Report without an answer"), `since` how long it has waited, `url` and `action` lead to
    where it is dealt with, `late_days` is when it is late, `held_by` the coordinator who has taken it on.
    """

    label: str
    since: datetime
    url: str
    action: str
    late_days: int
    held_by: str = ""


@dataclass(frozen=True)
class CalendarEntry:
    """One thing that is ahead of a member: when (aware), with whom, what it is in a few words, and its page."""

    starts_at: datetime
    other: object
    words: str
    url: str


@dataclass(frozen=True)
class TakenPart:
    """What a member took part in, for a certificate of theirs: known from the records, typed by nobody.

    `key` names it for good; `role` is mentor, mentee or peer, `kind` mentorship or talk. `spans` are days: from the
    first to the last, which is None where it goes on. `words` say for the member alone what it was.
    """

    key: str
    role: str
    kind: str
    spans: tuple[tuple[date, date | None], ...]
    words: str


@dataclass(frozen=True)
class HeldTime:
    """A conversation of a member's own that took place: when, how long, and in a few words for them what it was."""

    key: str
    day: date
    minutes: int
    words: str


class Jobs(Registry[Job]):
    """Jobs by the name of their task."""

    def wake(self, name: str, *, every: int) -> Job:
        """Declare that beat wakes a task every so many seconds."""
        return self.add(name, Job(name, every))

    def schedule(self) -> dict:
        """As Celery's `beat_schedule`. A turn that no worker takes before the next is dropped.

        Each job is due when beat starts, which remembers nothing: a worker that is started anew every half hour
        would never come to a job of every hour.
        """
        return {
            job.name: {
                "task": job.name,
                "schedule": job.seconds,
                "options": {"expires": job.seconds},
                "last_run_at": datetime.fromtimestamp(0, UTC),
            }
            for job in self
        }


# Beat wakes these. What is due is a question to the database: a turn that is missed loses nothing.
JOBS = Jobs()
# (now) -> how many were served: what is due by now, one after another, by reminders.tasks.remind.
DUE = Hooks()
# (member) -> (address, words) of what waits for this member: for the home page.
MEMBER_TO_DO = Hooks()
# (member) -> why, in words, or None: a member who may begin nothing new for now (no request, no profile in the list).
NOTHING_NEW = Hooks()
# (address) -> whether somebody there has said that they do not want to be told of the programme.
NOT_TO_INVITE = Hooks()
# (by, whom) -> codes that mails about what ended name: one has blocked the other, and both are held. In the
# transaction of the block; nothing here tells anybody who did it.
ON_BLOCK = Hooks()
# (member, mentor) -> (address, words) of other ways to talk with this mentor (a member): for the page of a profile.
MENTOR_WAYS = Hooks()
# (member) -> CalendarEntries of what is ahead and is no meeting of a pair: for "Your meetings".
OTHER_MEETINGS = Hooks()
# (member, discreet=) -> Events (mentoring.lib.calendar.event) for the member's calendar feed.
FEED_EVENTS = Hooks()
# (member) -> TakenParts: what a certificate of this member can be made from.
TAKEN_PARTS = Hooks()
# (member, since) -> HeldTimes from that day on, for the member's own record of hours.
HELD_TIMES = Hooks()
# (coordinator) -> StaffTasks that need a person: for the first page of the staff site and its weekly email.
STAFF_TO_DO = Hooks()
# (person, since) -> sentences about what happened since then: for the first page of the staff site.
STAFF_SINCE = Hooks()
# (person) -> sentences on how the programme does, from what is published.
STAFF_PULSE = Hooks()
# () -> (what, when) of what the operator looks at: for whoever may see whether the machinery is well.
STAFF_HEALTH = Hooks()
# (coordinator, member) -> (address, words) of pages of the staff site about the same member.
STAFF_MEMBER_LINKS = Hooks()
# Label of a form field by its name: for a form that is handed back to somebody who was signed out meanwhile.
FIELD_LABELS: Registry[str] = Registry()

# (name) -> the label of a form field whose name is made anew for each page; "" for one that is not known.
FIELD_LABEL_FINDERS = Hooks()


def why_nothing_new(member) -> str:
    """The first reason why a member may begin nothing new for now; empty if there is none."""
    return str(next(filter(None, NOTHING_NEW.results(member)), ""))


def label_fields(labels: dict[str, str]) -> None:
    """Declare what form fields of a room are called, by their names."""
    for name, label in labels.items():
        FIELD_LABELS.add(name, label)
