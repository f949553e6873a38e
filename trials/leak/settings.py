"""The product, as talkative as an operator could make it: everything logged, every report mailed.

Nothing of the product is changed: these are additions to what it says, and a lever to make it fail.
"""

from copy import deepcopy
from datetime import timedelta

from mentoring.settings import *  # noqa: F403
from mentoring.settings import LOGGING as _LOGGING
from mentoring.settings import MIDDLEWARE as _MIDDLEWARE
from mentoring.settings import VAR

BEAT_LEASE = timedelta(seconds=3)  # workers are killed and begun again all the time
ADMINS = [("Ada", "ada@leaktest.example")]
LOGGING = deepcopy(_LOGGING)
LOGGING["root"]["level"] = "DEBUG"
LOGGING["root"]["handlers"] += ["tracker"]
LOGGING["handlers"] |= {
    "mail": {"class": "django.utils.log.AdminEmailHandler", "include_html": True, "level": "ERROR"},
    "tracker": {
        "class": "trials.leak.tracker.Tracker",
        "filename": str(VAR / "tracker.jsonl"),
        "level": "ERROR",
    },
}
LOGGING["loggers"]["django.request"] = {"handlers": ["mail"]}
MIDDLEWARE = [*_MIDDLEWARE, "trials.leak.tracker.break_when_asked"]
