"""The web processes, member and staff. The member one does not start without a sound key ring."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from mentoring.lib.call_stack import with_room_for_calls

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.settings")
os.environ.setdefault(
    "STATEMENT_SECONDS", "25"
)  # before gunicorn's 30, which end the process; commands may take longer


def _refuse_without_rings():
    from django.conf import settings

    from mentoring.lib import vault
    from mentoring.lib.vault.keyring import RINGS_OF_PROCESS

    for name in RINGS_OF_PROCESS.get(settings.PROCESS, ()):
        try:
            vault.load_ring(name)
        except vault.KeyRingError as trouble:
            print(f"{name}: {trouble}", file=sys.stderr)
            # Gunicorn takes exit code 4 of a worker as "the application cannot be loaded" and stops.
            raise SystemExit(4) from None


def _refuse_wrong_login():
    from mentoring.lib import dblogin

    trouble = dblogin.refusal()
    if trouble:
        print(trouble, file=sys.stderr)
        raise SystemExit(4)


def _give_advice():
    from mentoring.lib import health

    for sentence in health.advice():
        print(sentence, file=sys.stderr)


_refuse_without_rings()
_django = get_wsgi_application()


@with_room_for_calls
def application(environ, start_response):
    """One request, answered by Django."""
    return _django(environ, start_response)


_refuse_wrong_login()
_give_advice()
