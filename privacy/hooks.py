"""What the privacy room has to do when time passes."""

from django.utils.translation import gettext as _

from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import JOBS

JOBS.wake("privacy.tasks.keep_schedule", every=3600)


@PROGRAMME_YEAR.register(order=40)
def hourly_retention():
    """What happens by itself."""
    yield (
        _("Every hour"),
        _("We delete what is no longer needed, and close accounts whose last day is over."),
    )
