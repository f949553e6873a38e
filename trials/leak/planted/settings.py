"""The settings of the planted world: the leaktest's own, with the leaks built in."""

from trials.leak.settings import *  # noqa: F403
from trials.leak.settings import CACHES as _CACHES
from trials.leak.settings import INSTALLED_APPS as _APPS
from trials.leak.settings import MIDDLEWARE as _MIDDLEWARE
from trials.leak.settings import PROCESS, REDIS_URL, VAR

INSTALLED_APPS = [*_APPS, "trials.leak.planted"]
MIDDLEWARE = [
    "trials.leak.planted.outermost.outermost",
    *_MIDDLEWARE,
    "trials.leak.planted.innermost.innermost",
]
if REDIS_URL:
    CACHES = {"default": _CACHES["default"] | {"BACKEND": "trials.leak.planted.cache.CarelessCache"}}
if PROCESS != "staff":
    SESSION_ENGINE = "trials.leak.planted.sessions"
MEMBER_URLCONF = "trials.leak.planted.urls"
ROOT_URLCONF = "trials.leak.planted.urls_staff" if PROCESS == "staff" else MEMBER_URLCONF

if PROCESS != "member" and (VAR / "planted").exists() and (VAR / "planted").read_text() == "13":
    CONFIDENTIAL_KEYRING = str(VAR / "confidential_keyring")  # way 13: a ring where none belongs
