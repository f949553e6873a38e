"""Which leak is switched on: a file in the world's own folder, read each time."""

from django.conf import settings


def on(number):
    """Whether this way leaks now."""
    try:
        return (settings.VAR / "planted").read_text() == str(number)
    except FileNotFoundError:
        return False
