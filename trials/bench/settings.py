"""The product, with the floor's tables beside its own."""

from mentoring.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "trials.bench"]  # noqa: F405
