"""A mail is declared once, under its own name, by its own room."""

from collections import Counter

import pytest

from mail.declarations import NOTIFICATIONS
from mail.notification import Notification, declare_topic, register
from mail.topics import TOPICS
from mentoring.lib.registry.base import DeclaredTwice
from profiles.notifications import AccountMail, AccountRestored


def test_a_second_declaration_is_refused():
    NOTIFICATIONS.names()

    with pytest.raises(DeclaredTwice, match="profiles/account_restored"):

        @register
        class Again(Notification):
            folder = "profiles/account_restored"

    assert NOTIFICATIONS.get("profiles/account_restored") is AccountRestored


def test_a_second_topic_of_a_name_is_refused():
    TOPICS.names()

    with pytest.raises(DeclaredTwice, match="feedback"):
        declare_topic("feedback", label="x", unsubscribe_label="x", order=1)


def test_a_class_is_named_as_its_folder_and_once():
    names = Counter(notification.__name__ for notification in NOTIFICATIONS)

    assert {name for name, count in names.items() if count > 1} == set()
    for notification in NOTIFICATIONS:
        folder = notification.folder.rpartition("/")[2]
        assert notification.__name__ == "".join(word.capitalize() for word in folder.split("_"))


def test_each_says_what_it_tells_to_whom():
    assert [each for each in NOTIFICATIONS if not each.__dict__.get("__doc__")] == []


def test_a_room_declares_its_own():
    """The mails of allauth are declared where its adapter is."""
    for notification in NOTIFICATIONS:
        room, folder = notification.__module__.partition(".")[0], notification.folder
        assert folder.startswith(f"{room}/") or (room == "profiles" and issubclass(notification, AccountMail))
