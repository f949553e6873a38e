"""What the figures have to do when time passes, and what waits for a member."""

from django.urls import reverse
from django.utils.translation import gettext as _

from figures import programmes, pulse, staff_lines
from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import DUE, JOBS, MEMBER_TO_DO, STAFF_HEALTH, STAFF_PULSE, STAFF_SINCE
from mentoring.lib.registry.roles import coordinators_may

JOBS.wake("figures.tasks.publish_figures", every=3600)
DUE.register(order=90, name="people asked the two questions of the year")(pulse.ask_yearly)
DUE.register(order=91, name="people in programmes counted")(programmes.count_programmes)
coordinators_may("figures", "view_publication")
STAFF_PULSE.register(order=10)(staff_lines.pulse_line)
STAFF_SINCE.register(order=30)(staff_lines.published_since)
STAFF_HEALTH.register(order=10)(staff_lines.last_published)
PROGRAMME_YEAR.register(order=10)(staff_lines.year_of_figures)


@MEMBER_TO_DO.register(order=70)
def pulse_to_answer(member):
    """(address, words) while the two questions wait."""
    if pulse.waiting(member):
        yield reverse("pulse"), _("Answer our two questions of the year")
