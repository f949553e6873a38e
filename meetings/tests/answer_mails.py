"""Mails to the address of a meeting."""

import pytest

from mail.incoming.dsn import NotOurs
from meetings.services import answers


def not_taken(raw):
    with pytest.raises(NotOurs):
        answers.take_reply(raw)
