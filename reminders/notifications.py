"""Mails that nobody's doing causes. A name, a day, a link: never what anybody wrote."""

from django.utils.translation import gettext_lazy as _

from guidance import prompts
from mail.notification import Delivery, Notification, declare_topic, register
from matching.notifications import MATCHING
from mentoring.lib.links import member_link as link
from mentorships.models import MentorshipKind
from reminders import reasons
from reminders.links import answer_link, yes_link
from reminders.models import ReminderKind, Subject

STARTS = declare_topic(
    "starts",
    label=_("The start of a mentorship: help with the first steps"),
    unsubscribe_label=_("Stop emails about the first steps"),
    order=50,
)
CHECKINS = declare_topic(
    "checkins",
    label=_("Check-ins when a mentorship has been quiet for a while"),
    unsubscribe_label=_("Stop check-in emails"),
    order=60,
)
NUDGES = declare_topic(
    "nudges",
    label=_("Reminder about an unfinished profile"),
    unsubscribe_label=_("Stop emails about an unfinished profile"),
    order=70,
)
PROMPTS = declare_topic(
    "prompts",
    label=_("Something to talk about, once a month"),
    unsubscribe_label=_("Stop the monthly conversation prompt"),
    order=80,
    on_request=True,
)


class ReminderMail(Notification):
    """What all reminders share: nobody's doing causes them, and their reason may be gone when they are sent."""

    delivery = Delivery.DIGEST

    @classmethod
    def outdated(cls, mails):
        """P22: the mentorship rests, the question is answered, the pair has met."""
        return reasons.outdated_mails(mails)


@register
class Checkin(ReminderMail):
    """To one of a quiet pair: four answers. Carries the other's name, since when, and links."""

    folder, topic = "reminders/checkin", CHECKINS


@register
class FirstMove(ReminderMail):
    """To one of a new pair: who writes first. Carries the other's name and links."""

    folder, topic = "reminders/first_move", STARTS


@register
class FirstAgenda(ReminderMail):
    """To one of a new pair: a first meeting, and what it may be about. Carries the other's name and links."""

    folder, topic = "reminders/first_agenda", STARTS


@register
class FirstChoice(ReminderMail):
    """To one of a pair that has not begun: a meeting, or somebody else. Carries a name and links."""

    folder, topic = "reminders/first_choice", STARTS


@register
class RequestWaits(ReminderMail):
    """To the mentor: somebody waits for an answer. Carries the asker's name, dates and a link."""

    folder, topic = "reminders/request_waits", MATCHING


@register
class RequestWaitsStill(ReminderMail):
    """To the mentor: somebody still waits, and until when. Carries the asker's name, dates and a link."""

    folder, topic = "reminders/request_waits_still", MATCHING


@register
class StillWilling(ReminderMail):
    """To a mentor, once a year: are you still willing? Carries a link that says yes."""

    folder, topic = "reminders/still_willing", None


@register
class StillWithUs(ReminderMail):
    """To a mentor who let two requests lapse: are you still with us? Carries a link that says yes."""

    folder, topic = "reminders/still_with_us", None


@register
class ProfileRests(ReminderMail):
    """To a mentor who has not answered: the profile is off the list. Carries a link that brings it back."""

    folder, topic = "reminders/profile_rests", None


@register
class Nudge(ReminderMail):
    """To a member: a profile is half finished, and can wait. Carries a link to it."""

    folder, topic = "reminders/nudge", NUDGES


@register
class Prompt(ReminderMail):
    """To one of a pair: something to talk about this month. Carries a question of ours, a name and a link."""

    folder, topic = "reminders/prompt", PROMPTS


FIRST_STEP_MAILS = {
    ReminderKind.FIRST_MOVE: FirstMove,
    ReminderKind.FIRST_AGENDA: FirstAgenda,
    ReminderKind.FIRST_CHOICE: FirstChoice,
}
REQUEST_MAILS = {ReminderKind.REQUEST: RequestWaits, ReminderKind.REQUEST_AGAIN: RequestWaitsStill}
QUESTION_MAILS = {Subject.YEARLY: StillWilling, Subject.LAPSED: StillWithUs}


def checkin(reminder, since):
    """To one of a quiet pair: four answers, each a page that asks once more. `since` is a date."""
    pair = reminder.mentorship
    ways = {answer: answer_link(reminder, answer) for answer in ("talked", "plan", "later", "help")}
    return _post(
        Checkin,
        reminder.to,
        occasion=f"reminder-{reminder.pk}",
        link=link("contact", pair.code),
        other=pair.partner_of(reminder.to),
        since=since,
        ways=ways,
    )


def first_step(reminder):
    """To one of a new pair, by the day: who writes first, a first meeting, somebody else."""
    pair, to = reminder.mentorship, reminder.to
    return _post(
        FIRST_STEP_MAILS[reminder.kind],
        to,
        occasion=f"reminder-{reminder.pk}",
        link=link("mentorship_detail", pair.code),
        other=pair.partner_of(to),
        since=pair.began_at,
        mine=to.pk == pair.mentee_id,
        meet=link("meeting_new", pair.code),
        talked=answer_link(reminder, "talked"),
        trouble=link("mentorship_trouble", pair.code),
    )


def request_waits(reminder):
    """To the mentor: somebody still waits for an answer."""
    request = reminder.request
    return _post(
        REQUEST_MAILS[reminder.kind],
        reminder.to,
        occasion=f"reminder-{reminder.pk}",
        link=link("request_detail", request.code),
        other=request.mentee,
        since=request.sent_at,
        expires=request.expires_at,
        peers=request.kind == MentorshipKind.PEERS,
    )


def question(row):
    """Still willing, or still with us. `row` is a Question."""
    return _post(
        QUESTION_MAILS[row.subject],
        row.to,
        occasion=row.occasion(row.reminded),
        link=yes_link(row),
        last=row.reminded > 1,
        again=row.reminded > 0,
        day=row.ends_at,
    )


def profile_rests(row):
    """Nobody has answered this Question: the profile is off the list, and how it comes back."""
    return _post(
        ProfileRests,
        row.to,
        occasion=row.occasion("closed"),
        link=yes_link(row),
        yearly=row.subject == Subject.YEARLY,
    )


def nudge(reminder):
    """A profile is half finished: what is missing, and that it can wait."""
    to = reminder.to
    return _post(
        Nudge,
        to,
        occasion=f"reminder-{reminder.pk}",
        link=link("mentor_profile" if to.is_mentor else "profile"),
        mentor=to.is_mentor,
    )


def prompt(reminder):
    """Something to talk about this month."""
    pair, to = reminder.mentorship, reminder.to
    return _post(
        Prompt,
        to,
        occasion=f"reminder-{reminder.pk}",
        link=link("meeting_list", pair.code),
        other=pair.partner_of(to),
        said=prompts.of_the_month(reminder.on, to.time_zone, to.library_type),
    )


def _post(notification, to, *, occasion, **context):
    """The mail, or None where nobody wants it."""
    return notification.post(to=to, context={"reader": to, **context}, occasion=occasion)
