"""Everything that is due by now. It may run late, twice, or side by side; each step has its own turn."""

from functools import partial

from django.utils import timezone

from mail.outgoing import digest
from matching import watching, wishes
from mentoring.lib import jobs
from reminders.services import checkins, nudges, questions, requests, starts

STEPS = {
    "mentors reminded of a request": requests.remind_of_requests,
    "requests lapsed": requests.lapse_requests,
    "members told of room": watching.tell_of_room,
    "wishes kept": wishes.follow_up_wishes,
    "first steps": starts.send_first_steps,
    "check-ins": checkins.send_checkins,
    "mentors asked whether they are still willing": questions.ask_yearly,
    "mentors asked once more": questions.remind_of_questions,
    "profiles that rest now": questions.close_questions,
    "half-finished profiles": nudges.nudge,
    "conversation prompts": nudges.prompt,
    "members whose mail of the day is let go": digest.release_due,
}


def run(now=None):
    """{what: how many, None if the step failed}. A step that fails leaves the others their turn."""
    now = now or timezone.now()
    jobs.start()
    done = {what: jobs.run_isolated(what, partial(step, now)) for what, step in STEPS.items()}
    jobs.record_failures()
    return done
