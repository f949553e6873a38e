"""Days that pass in a moment, for whoever wants to see what the programme does by itself."""

from datetime import timedelta
from unittest.mock import patch

from django.utils import timezone

from mail.outgoing import outbox
from meetings.services import follow_up
from reminders.services import sweep

STEP = timedelta(hours=1)


def pass_by(until):
    """From now until a moment (aware), hour by hour: what is due is written and sent. How many mails went out."""
    now, sent = timezone.now(), 0
    while now < until:
        now += STEP
        with patch("django.utils.timezone.now", return_value=now):
            follow_up.after_pairs()
            follow_up.with_time()
            sweep.run(now)
            sent += outbox.drain()
    return sent
