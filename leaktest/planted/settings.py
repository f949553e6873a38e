"""The settings of the planted world: the leaktest's own, with the leaks built in."""

from leaktest.settings import *  # noqa: F403
from leaktest.settings import INSTALLED_APPS as _APPS
from leaktest.settings import MIDDLEWARE as _MIDDLEWARE
from leaktest.settings import PROCESS, VAR

INSTALLED_APPS = [*_APPS, "leaktest.planted"]
MIDDLEWARE = [
    "leaktest.planted.outermost.outermost",
    *_MIDDLEWARE,
    "leaktest.planted.innermost.innermost",
]
MEMBER_URLCONF = "leaktest.planted.urls"
ROOT_URLCONF = "leaktest.planted.urls_staff" if PROCESS == "staff" else MEMBER_URLCONF

if PROCESS != "member" and (VAR / "planted").exists() and (VAR / "planted").read_text() == "13":
    CONFIDENTIAL_KEYRING = str(VAR / "confidential_keyring")  # way 13: a ring where none belongs
