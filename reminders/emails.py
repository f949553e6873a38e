"""Letters that nobody's doing causes. A name, a day, a link: never what anybody wrote."""

from mail.services import post_mail
from mentoring.lib.links import member_link as link
from reminders import prompts
from reminders.links import answer_link, yes_link
from reminders.models import Subject


def _post(kind, to, *, occasion, page, **context):
    context = {"reader": to, "link": page, **context}
    return post_mail(
        f"reminders/{kind}", to=to, context=context, occasion=occasion, unprompted=True
    )


def checkin(reminder, since):
    """To one of a quiet pair: four answers, each a page that asks once more. `since` is a date."""
    pair = reminder.mentorship
    ways = {answer: answer_link(reminder, answer) for answer in ("talked", "plan", "later", "help")}
    return _post("checkin", reminder.to, other=pair.partner_of(reminder.to), since=since, ways=ways,
                 page=link("contact", pair.code), occasion=f"reminder-{reminder.pk}")  # fmt: skip


def first_step(reminder):
    """To one of a new pair, by the day: who writes first, a first meeting, somebody else."""
    pair, to = reminder.mentorship, reminder.to
    return _post(
        reminder.kind, to, other=pair.partner_of(to), since=pair.began_at, mine=to.pk == pair.mentee_id,
        page=link("mentorship_detail", pair.code), meet=link("meeting_new", pair.code),
        talked=answer_link(reminder, "talked"), trouble=link("mentorship_trouble", pair.code),
        occasion=f"reminder-{reminder.pk}",
    )  # fmt: skip


def request_waits(reminder):
    """To the mentor: somebody still waits for an answer."""
    request = reminder.request
    return _post(reminder.kind, reminder.to, other=request.mentee, since=request.sent_at,
                 expires=request.expires_at, page=link("request_detail", request.code),
                 occasion=f"reminder-{reminder.pk}")  # fmt: skip


def question(row):
    """Still willing, or still with us."""
    return _post(row.subject, row.to, page=yes_link(row), last=row.reminded > 1, again=row.reminded > 0,
                 day=row.ends_at, occasion=f"question-{row.pk}-{row.reminded}")  # fmt: skip


def profile_rests(row):
    """Nobody has answered: the profile is off the list, and how it comes back."""
    return _post("profile_rests", row.to, page=yes_link(row), yearly=row.subject == Subject.YEARLY,
                 occasion=f"question-{row.pk}-closed")  # fmt: skip


def nudge(reminder):
    """A profile is half finished: what is missing, and that it can wait."""
    return _post("nudge", reminder.to, page=link(_page_of(reminder.to)), mentor=reminder.to.is_mentor,
                 occasion=f"reminder-{reminder.pk}")  # fmt: skip


def _page_of(member):
    return "mentor_profile" if member.is_mentor else "profile"


def prompt(reminder):
    """Something to talk about this month."""
    pair, to = reminder.mentorship, reminder.to
    return _post("prompt", to, other=pair.partner_of(to), said=prompts.of_the_month(reminder.on, to.time_zone),
                 page=link("meeting_list", pair.code), occasion=f"reminder-{reminder.pk}")  # fmt: skip
