"""Rooms declare their mails: every folder once, with all its files and a topic that has labels."""

from django.conf import settings
from django.utils.functional import Promise

from mail.declarations import NOTIFICATIONS, Delivery
from mail.outgoing.render import FILES
from mail.topics import TOPICS

EMAILS = settings.BASE_DIR / "templates" / "emails"


def folders_in(directory):
    """Where a mail has its subject: "<room>/<mail>"."""
    return {str(file.parent.relative_to(directory)) for file in directory.rglob("subject.txt")}


def undeclared(folders):
    return set(folders) - set(NOTIFICATIONS.names())


def missing_files(kinds, directory):
    return [
        f"{kind}/{name}"
        for kind in kinds
        for name in FILES.values()
        if not (directory / kind / name).is_file()
    ]


def test_every_folder_is_declared():
    assert len(folders_in(EMAILS)) > 60
    assert undeclared(folders_in(EMAILS)) == set()


def test_a_folder_that_was_forgotten_is_seen(tmp_path):
    forgotten = tmp_path / "feedback" / "forgotten"
    forgotten.mkdir(parents=True)
    (forgotten / "subject.txt").write_text("A subject")

    assert undeclared(folders_in(tmp_path)) == {"feedback/forgotten"}


def test_every_declared_folder_has_all_its_files():
    assert missing_files(NOTIFICATIONS.names(), EMAILS) == []


def test_a_file_that_is_missing_is_seen(tmp_path):
    (tmp_path / "feedback" / "half").mkdir(parents=True)
    (tmp_path / "feedback" / "half" / "subject.txt").write_text("A subject")

    assert missing_files(["feedback/half"], tmp_path) == ["feedback/half/body.txt", "feedback/half/body.html"]


def test_what_is_at_once_for_all_has_no_topic_and_what_can_be_stopped_is_of_a_declared_one():
    for notification in NOTIFICATIONS:
        if notification.delivery is Delivery.SECURITY:
            assert notification.topic is None
        if notification.delivery is Delivery.AT_ONCE:
            assert notification.topic is not None
        if notification.topic:
            assert TOPICS.get(notification.topic.name) is notification.topic


def test_every_topic_has_its_labels_for_translators():
    for topic in TOPICS:
        for label in (topic.label, topic.unsubscribe_label):
            assert isinstance(label, Promise)
            assert str(label).strip()


def test_the_names_and_the_order_of_topics_stay():
    """They are in stored rows and in links that never run out; the page of choices has this order."""
    kept = ["matching", "feedback", "mentorships", "meetings", "starts", "checkins", "nudges", "prompts"]

    assert [topic.name for topic in TOPICS if topic.name in kept] == kept


def test_every_topic_has_mails():
    assert {each.topic for each in NOTIFICATIONS} - {None} == set(TOPICS)
