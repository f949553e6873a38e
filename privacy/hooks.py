"""What the privacy room has to do when time passes."""

from django.utils.translation import gettext as _

from mentoring.lib.registry.doctor import DOCTOR
from mentoring.lib.registry.handover import PROGRAMME_YEAR
from mentoring.lib.registry.hooks import JOBS
from privacy import doctor

JOBS.wake("privacy.tasks.keep_schedule", every=3600)
DOCTOR.register(order=50, name="keys of texts")(doctor.keys_of_texts)
DOCTOR.register(order=51, name="erasure list")(doctor.erasure_list)


@PROGRAMME_YEAR.register(order=40)
def hourly_retention():
    """What happens by itself."""
    yield (
        _("Every hour"),
        _("We delete what is no longer needed, and close accounts whose last day is over."),
    )
