"""What keeping contact offers to others: the pair's page, the home page, the staff's first page, what is due."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.programme import numbers
from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import DUE, JOBS, MEMBER_TO_DO, STAFF_TO_DO, StaffTask
from mentoring.lib.registry.metrics import METRICS
from mentorships.pair_page import PAIR_PAGE
from reminders import metrics, pair_page
from reminders.models import Question, Subject
from reminders.services import checkins, nudges, questions, requests, resting, starts

JOBS.wake("reminders.tasks.remind", every=300)

DUE.register(order=10, name="mentors reminded of a request")(requests.remind_of_requests)
DUE.register(order=20, name="requests lapsed")(requests.lapse_requests)
DUE.register(order=50, name="first steps")(starts.send_first_steps)
DUE.register(order=60, name="check-ins")(checkins.send_checkins)
DUE.register(order=65, name="silent mentorships that rest now")(resting.rest_silent_pairs)
DUE.register(order=70, name="mentors asked whether they are still willing")(questions.ask_yearly)
DUE.register(order=71, name="mentors asked once more")(questions.remind_of_questions)
DUE.register(order=72, name="profiles that rest now")(questions.close_questions)
DUE.register(order=80, name="half-finished profiles")(nudges.nudge)
DUE.register(order=81, name="conversation prompts")(nudges.prompt)

METRICS.register(order=20)(metrics.sweep_metrics)
PAIR_PAGE.register(order=-10)(pair_page.unreachable_section)
PAIR_PAGE.register(order=20)(pair_page.contact_section)
MEMBER_TO_DO.register(order=30)(pair_page.to_do)


@STAFF_TO_DO.register(order=60)
def silent_mentors(coordinator):
    """How many mentors let two requests lapse and have not said since whether they are still here; not who, nor whose.

    The programme asks them by itself and pauses a profile without an answer: coordinators need not write to anybody.
    """
    if not coordinator.has_perm("profiles.view_mentorprofile"):
        return
    waiting = Question.objects.filter(subject=Subject.LAPSED, answered_at=None, closed_at=None)
    since = list(waiting.order_by("asked_at").values_list("asked_at", flat=True))
    if since:
        label = ngettext(
            "%(n)s mentor has left two requests in a row unanswered; we’re asking whether they’re still here",
            "%(n)s mentors have left two requests in a row unanswered; we’re asking whether they’re still here",
            len(since),
        )
        yield StaffTask(
            label=label % {"n": len(since)},
            since=since[0],
            url=reverse("admin:profiles_mentorprofile_changelist", urlconf="mentoring.urls_staff"),
            action=_("See mentor profiles"),
            late_days=numbers().still_with_us_days,
        )


@PROGRAMME_YEAR.register(order=20)
def year_of_reminders():
    """What happens by itself, with the numbers of this moment."""
    now = numbers()
    yield (
        _("Every few minutes"),
        _("We send what is due: reminders about requests, help at the start, check-ins with quiet pairs."),
    )
    yield (
        _("Every %(n)d days for each mentor") % {"n": now.still_willing_days},
        _(
            "We ask whether they still want to be a mentor. Without an answer in %(n)d days, "
            "their profile comes off the list."
        )
        % {"n": now.still_willing_end_days},
    )
