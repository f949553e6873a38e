"""Mails about meetings, stopped by one of the two."""

from mail import preferences
from testing.meeting_pages import of
from testing.pages import main_text


def stop(member, name="meetings"):
    preferences.unsubscribe(member.pk, [name])


def cancelled(pair, meeting, client):
    return main_text(client.post(of(pair, meeting, "cancel"), follow=True))
