"""Only a room that declares a mail posts it, and each mail is asked whether it is outdated."""

import pytest

from factories import member
from mail.declarations import Delivery, NotDeclared, declaration_of, topic_of
from mail.models import OutgoingMail
from mail.notification import Notification
from mail.outgoing import suppression
from profiles.notifications import AccountRestored
from testing.mails import feedback_to, request_to


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
