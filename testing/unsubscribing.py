"""The address that stops a topic, and who opens it."""

from django.test import Client

from mail import topics
from mail.topics import TOPICS

ONE_CLICK = {"data": "List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"}


def path_of(number, topic="feedback"):
    """Where a member's stop for a topic is."""
    return f"/mail/stop/{topics.unsubscribe_token(number, TOPICS.get(topic))}/"


def bare():
    """A mail program: no cookie, no token of a form."""
    return Client(enforce_csrf_checks=True)
