"""Rooms declare their mails: every folder once, with a topic or on the list of those that always come."""

from collections import Counter

import pytest
from django.conf import settings
from django.utils.functional import Promise

from factories import member
from mail.declarations import NOTIFICATIONS, Delivery, NotDeclared, declaration_of, topic_of
from mail.models import DIGEST, OutgoingMail
from mail.notification import Notification, declare_topic, register
from mail.outgoing import suppression
from mail.outgoing.render import FILES
from mail.topics import TOPICS
from mentoring.lib.registry.base import DeclaredTwice
from profiles.notifications import AccountMail, AccountRestored
from testing.mails import feedback_to, request_to

EMAILS = settings.BASE_DIR / "templates" / "emails"

# These always come: who stopped them could miss that somebody else is in their account, or a day that
# does not come again. A new mail stands here or has a topic; it is for people to decide which.
SECURITY = {
    "second_factor/recovery_code_used",
    "second_factor/recovery_codes_generated",
    "second_factor/reset_by_operator",
    "second_factor/staff_set_up_removed",
    "second_factor/totp_activated",
    "second_factor/totp_deactivated",
    "second_factor/webauthn_added",
    "second_factor/webauthn_removed",
    "profiles/new_browser",
    "sso/address_code",
    "sso/connected",
    "sso/disconnected",
    "account/account_already_exists",
    "account/email_changed",
    "account/email_confirmation",
    "account/email_confirmation_signup",
    "account/email_deleted",
    "account/login_code",
    "account/password_changed",
    "account/password_reset",
    "account/password_reset_key",
    "account/password_set",
    "account/unknown_account",
    "profiles/account_restored",
    "profiles/account_suspended",
    "profiles/profile_hidden",
    "profiles/profile_shown",
}
LEAVING = {
    "privacy/account_closed",
    "privacy/archive_goes",
    "privacy/closing_begun",
    "privacy/disclosed",
    "privacy/partner_leaves",
    "privacy/partner_stays",
}
CASES = {
    "conduct/case_closed",
    "conduct/case_late",
    "conduct/case_reopened",
    "conduct/case_answered",
    "conduct/case_waits",
    "matching/wish_handed_over",
}
WILLINGNESS = {"reminders/profile_rests", "reminders/still_willing", "reminders/still_with_us"}
MEMBERSHIP = {"joining/membership_back", "joining/membership_ended", "joining/welcome"}
ROLES = {"coordination/role_given", "coordination/role_proposed", "coordination/role_taken"}
# The digest comes as long as something is in it that is wanted.
# Answers to what the member has sent: once a day at the most.
REPLIES = {"meetings/reply_not_taken", "meetings/times_moved_here"}
ALWAYS = SECURITY | LEAVING | CASES | WILLINGNESS | REPLIES | MEMBERSHIP | ROLES | {DIGEST}


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


def test_what_has_no_topic_is_decided_by_people():
    """A new mail without a topic fails here until somebody has decided."""
    assert {each.folder for each in NOTIFICATIONS if each.topic is None} == ALWAYS


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


@pytest.mark.django_db
def test_what_nobody_declares_is_not_posted():
    class Undeclared(Notification):
        folder, topic, delivery = "feedback/undeclared", None, Delivery.SECURITY

    with pytest.raises(NotDeclared, match="feedback/undeclared"):
        Undeclared.post(to=member(), context={}, occasion="a")
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db
def test_nobody_posts_in_the_name_of_another():
    class Impostor(AccountRestored):
        pass

    with pytest.raises(NotDeclared, match="Impostor"):
        Impostor.post(to=member(), context={}, occasion="a")


def test_a_kind_that_is_gone_has_no_topic_and_no_declaration():
    assert topic_of("feedback/long_gone") is None
    with pytest.raises(NotDeclared, match="feedback/long_gone"):
        declaration_of("feedback/long_gone")


@pytest.mark.django_db
def test_whether_mails_are_outdated_is_asked_once_for_those_who_share_the_question(monkeypatch):
    """The number of statements does not grow with the kinds in a batch."""
    mails = [feedback_to(member()), request_to(member()), feedback_to(member())]
    asked = []

    def outdated(cls, mails):
        asked.append([mail.pk for mail in mails])
        return {mails[0].pk}

    monkeypatch.setattr(Notification, "outdated", classmethod(outdated))

    assert suppression.unwanted(mails) == {mails[0].pk}
    assert asked == [[mail.pk for mail in mails]]


@pytest.mark.django_db
def test_only_the_mails_of_a_notification_are_asked_about(monkeypatch):
    feedback, request = feedback_to(member()), request_to(member())
    asked = []

    def outdated(cls, mails):
        asked.extend(mail.kind for mail in mails)
        return set()

    monkeypatch.setattr(declaration_of(request.kind), "outdated", classmethod(outdated))

    assert suppression.unwanted([feedback, request]) == set()
    assert asked == ["matching/request_received"]
