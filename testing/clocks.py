"""A clock to be set: for tests in which days pass."""

from datetime import timedelta


class Clock:
    """`clock.go(days=3)`: it is three days later, for whoever asks Django."""

    def __init__(self, now):
        self.now = now

    def go(self, **ahead):
        """Let time pass. The moment that it is now."""
        self.now += timedelta(**ahead)
        return self.now


def set_to(monkeypatch, now):
    """The moment the programme believes it is, from now on (aware)."""
    clock = Clock(now)
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    return clock
