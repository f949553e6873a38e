"""What keeping contact offers to others: the pair's page, the home page, what is due."""

from mentoring.lib.registry.hooks import DUE, JOBS, MEMBER_TO_DO
from mentorships.pair_page import PAIR_PAGE
from reminders import pair_page
from reminders.services import checkins, nudges, questions, requests, starts

JOBS.wake("reminders.tasks.remind", every=300)

DUE.register(order=10, name="mentors reminded of a request")(requests.remind_of_requests)
DUE.register(order=20, name="requests lapsed")(requests.lapse_requests)
DUE.register(order=50, name="first steps")(starts.send_first_steps)
DUE.register(order=60, name="check-ins")(checkins.send_checkins)
DUE.register(order=70, name="mentors asked whether they are still willing")(questions.ask_yearly)
DUE.register(order=71, name="mentors asked once more")(questions.remind_of_questions)
DUE.register(order=72, name="profiles that rest now")(questions.close_questions)
DUE.register(order=80, name="half-finished profiles")(nudges.nudge)
DUE.register(order=81, name="conversation prompts")(nudges.prompt)

PAIR_PAGE.register(order=-10)(pair_page.unreachable_section)
PAIR_PAGE.register(order=20)(pair_page.contact_section)
MEMBER_TO_DO.register(order=30)(pair_page.to_do)
