"""Attack A10: whoever presses a button again and again fills no mailbox."""

from datetime import timedelta

import pytest
from django.db.models import F

from factories import member, mentor
from mail.models import OutgoingMail
from mail.outgoing import flood, outbox
from matching import services as asking
from matching.models import MentorRequest, RequestMessage

pytestmark = pytest.mark.django_db
FOCUS = "specific-skill"


@pytest.fixture
def asked(mentor, mentee):
    return asking.send_request(mentee=mentee, mentor=mentor, focus=FOCUS, message="Would you?")


def write(asked, count):
    for number in range(count):
        asking.send_message(asked, by=asked.mentee, text=f"And {number}?")


def pass_by(**time):
    """All that has been done was done so long ago."""
    ago = timedelta(**time)
    for model, date in (
        (OutgoingMail, "written_at"),
        (MentorRequest, "sent_at"),
        (RequestMessage, "written_at"),
    ):
        model.objects.update(**{date: F(date) - ago})


def held(to):
    return OutgoingMail.objects.filter(to=to, due_at=None).count()


def test_questions_gather_in_the_mail_of_the_day(asked, mentor):
    write(asked, 10)
    outbox.drain()

    at_once = (
        OutgoingMail.objects.filter(to=mentor, kind="matching/request_talked").exclude(due_at=None).count()
    )
    assert at_once == flood.AT_ONCE_AN_HOUR
    assert held(mentor) == 10 - flood.AT_ONCE_AN_HOUR


def test_an_hour_later_they_go_out_at_once_again(asked, mentor):
    write(asked, 10)
    before = held(mentor)
    pass_by(hours=2)
    write(asked, 3)

    assert held(mentor) == before


def test_others_are_not_held_back(asked, mentor):
    write(asked, 10)
    before = held(mentor)
    asking.send_request(mentee=member(), mentor=mentor, focus=FOCUS, message="And me?")

    assert held(mentor) == before


def test_more_than_ten_messages_an_hour_are_refused_in_words(asked, mentor, as_):
    write(asked, 10)
    page = as_(asked.mentee).post(f"{asked.get_absolute_url()}talk/", {"talk-text": "Once more?"})

    assert page.status_code == 409
    assert "You’ve written a lot of messages in the last hour." in page.content.decode()
    assert "Once more?" in page.content.decode()
    assert asked.talk.count() == 10


def test_asked_and_taken_back_and_asked_again_comes_to_an_end(mentor, mentee):
    """Fifty-six mails in seventeen seconds, before."""
    for _time in range(3):
        request = asking.send_request(mentee=mentee, mentor=mentor, focus=FOCUS, message="Would you?")
        asking.withdraw_request(request)
    with pytest.raises(asking.CannotAsk, match="several times this week"):
        asking.send_request(mentee=mentee, mentor=mentor, focus=FOCUS, message="Would you?")
    assert OutgoingMail.objects.filter(to=mentor).count() == 6
    pass_by(days=8)

    assert asking.send_request(mentee=mentee, mentor=mentor, focus=FOCUS, message="Would you?")


def test_many_mentors_in_a_day_are_enough(mentee):
    for _number in range(10):
        request = asking.send_request(
            mentee=mentee, mentor=mentor_with_room(), focus=FOCUS, message="Would you?"
        )
        asking.withdraw_request(request)
    with pytest.raises(asking.CannotAsk, match="a lot of requests today"):
        asking.send_request(mentee=mentee, mentor=mentor_with_room(), focus=FOCUS, message="Would you?")


def mentor_with_room():
    return mentor().member
