"""Product 52: the mail about shared answers; shared twice, at once, after the end and across a block."""

import pytest
from django.urls import reverse

import factories
from conduct.models import Block
from mail.models import OutgoingMail
from mail.outgoing.suppression import drop_unwanted
from matching.blocking import block
from mentorships import services as mentorships
from testing.pages import main_text
from testing.worksheets import Tab, share, write
from worksheets.models import Answer, SharedAnswer
from worksheets.services import sharing

pytestmark = pytest.mark.django_db


def mails(member):
    return list(OutgoingMail.objects.filter(to=member, kind="worksheets/answer_shared"))


def test_the_partner_gets_one_mail_a_day_without_a_word_of_it(mentor, mentee, pair, answer):
    for each in write(mentee, "I would like to teach", "Another answer", mentorship=pair):
        share(each, pair)
    [mail] = mails(mentor)

    assert mail.due_at is None  # it waits for the one mail of the day
    assert mail.subject == "Amina Otieno has shared a worksheet answer with you"
    text = mail.subject + mail.text + mail.html
    assert "teach" not in text and answer.prompt not in text and "Goals" not in text
    assert mails(mentee) == []


def test_the_mail_is_not_sent_once_everything_is_taken_back(mentor, mentee, pair, answer):
    first, second = write(mentee, "One", "Two", mentorship=pair)
    copies = [share(each, pair) for each in (first, second)]

    sharing.stop_sharing(copies[0])
    assert drop_unwanted(mails(mentor)) == mails(mentor) != []
    sharing.stop_sharing(copies[1])
    assert drop_unwanted(mails(mentor)) == []
    share(first, pair)
    assert len(mails(mentor)) <= 1


def test_shared_once_more_after_the_mail_was_dropped_it_is_written_again(mentor, mentee, pair, answer):
    sharing.stop_sharing(share(answer, pair))
    mail = mails(mentor)[0]
    OutgoingMail.objects.filter(pk=mail.pk).delete()
    share(answer, pair)

    assert len(mails(mentor)) == 1


def test_pressed_twice_it_is_shared_once(mentor, pair, answer):
    first, second = share(answer, pair), share(answer, pair)

    assert first.pk == second.pk and first.shared_at == second.shared_at
    assert len(mails(mentor)) == 1


def test_two_tabs_that_share_at_the_same_moment_share_once(at_once):
    mentor, member = factories.mentor().member, factories.member()
    pair = factories.pair(mentor, member)
    answer = write(member, "Hello", mentorship=pair)[0]
    results = at_once(
        [lambda: share(Answer.objects.select_related("sheet").get(pk=answer.pk), type(pair).objects.get())]
        * 3
    )

    assert [type(result) for result in results] == [SharedAnswer] * 3
    assert SharedAnswer.objects.count() == 1
    assert len(mails(mentor)) == 1


def test_after_the_end_it_stays_to_be_read_and_can_be_taken_back_and_nothing_more_is_shared(
    as_, mentor, mentee, pair, answer, url, theirs
):
    shared = share(answer, pair)
    second = Answer.objects.exclude(pk=answer.pk).get()
    mentorships.end(pair, by=mentor)

    assert "I would like to teach" in main_text(as_(mentor).get(theirs))
    other_url = reverse("answer_share", args=[second.code])
    assert "Nobody to share it with" in main_text(as_(mentee).get(other_url))
    refused = as_(mentee).post(other_url, {"with": str(pair.code), "seen": "x"})
    assert refused.status_code == 409 and "This mentorship has ended" in main_text(refused)
    assert "Stop sharing" in main_text(as_(mentee).get(url))
    as_(mentee).post(reverse("answer_stop_sharing", args=[shared.code]))
    assert SharedAnswer.objects.count() == 0
    assert Tab(as_(mentee), f"{theirs}goals/").type("Still my own").save().status_code == 302


def test_ended_at_the_same_moment_it_is_refused_with_a_reason(mentor, mentee, pair, answer):
    mentorships.end(pair, by=mentor)

    with pytest.raises(sharing.Conflict):
        share(answer, pair)


def test_a_block_drops_the_mail_and_leaves_what_was_shared_as_it_leaves_letters(
    as_, mentor, mentee, pair, answer, theirs
):
    share(answer, pair)
    block(mentor, mentee)

    assert mails(mentor) == [] and Block.objects.count() == 1
    assert "I would like to teach" in main_text(as_(mentor).get(theirs))
