"""What the figures have to do when time passes, and what waits for a member."""

from django.urls import reverse
from django.utils.translation import gettext as _

from figures import pulse
from mentoring.lib.registry.hooks import DUE, JOBS, MEMBER_TO_DO, coordinators_may

JOBS.wake("figures.tasks.publish_figures", every=3600)
DUE.register(order=90, name="people asked the two questions of the year")(pulse.ask_yearly)
coordinators_may("figures", "view_publication")


@MEMBER_TO_DO.register(order=70)
def pulse_to_answer(member):
    """(address, words) while the two questions wait."""
    if pulse.waiting(member):
        yield reverse("pulse"), _("Answer our two questions of the year")
