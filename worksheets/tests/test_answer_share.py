"""Product 52: one answer is shared with the partner at will, until its writer stops sharing it."""

import pytest
from django.urls import reverse

import factories
from conduct.models import Block
from mail.models import OutgoingMail
from mail.outgoing.suppression import drop_unwanted
from matching.blocking import block
from mentoring.lib.vault import CannotOpen
from mentorships import services as mentorships
from testing.pages import main_text
from testing.private_texts import sql
from testing.worksheets import Tab, share, write
from worksheets.models import Answer, SharedAnswer
from worksheets.services import sharing

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(mentee, pair):
    """Within the mentorship."""
    return write(mentee, "I would like to teach", "Another answer", mentorship=pair)[0]


@pytest.fixture
def url(answer):
    return reverse("answer_share", args=[answer.code])


@pytest.fixture
def theirs(pair):
    """Where the two see what is shared."""
    return reverse("pair_worksheets", args=[pair.code])


def seen_on(client, url):
    return client.get(url).content.decode().split('name="seen" value="')[1].split('"')[0]


def press(client, url, pair):
    return client.post(url, {"with": str(pair.code), "seen": seen_on(client, url)})


def read(row):
    return row.text


def mails(member):
    return list(OutgoingMail.objects.filter(to=member, kind="worksheets/answer_shared"))


def test_one_answer_is_shared_and_nothing_else(as_, mentor, mentee, pair, url, theirs):
    page = press(as_(mentee), url, pair)

    assert page.status_code == 302
    page = main_text(as_(mentor).get(theirs))
    assert "What Amina shares with you" in page and "I would like to teach" in page
    assert "Another answer" not in page
    assert "Amina has shared 1 answer" in main_text(as_(mentor).get(pair.get_absolute_url()))
    assert "Rosalind can read this answer" in main_text(as_(mentee).get(url))
    assert "Shared with Rosalind" in main_text(as_(mentee).get(f"{theirs}goals/"))


def test_taken_back_it_is_gone_for_the_partner(as_, mentor, mentee, pair, answer, theirs):
    shared = share(answer, pair)
    as_(mentor).get(theirs)
    page = as_(mentee).post(reverse("answer_stop_sharing", args=[shared.code]), follow=True)

    assert "can no longer read it" in main_text(page)
    assert b"teach" not in as_(mentor).get(theirs).content
    assert SharedAnswer.objects.count() == 0
    assert Answer.objects.count() == 2


def test_what_is_written_afterwards_stays_ones_own_until_it_is_shared_again(
    as_, mentor, mentee, pair, answer, url, theirs
):
    share(answer, pair)
    Tab(as_(mentee), f"{theirs}goals/").type("I would like to paint").save()

    assert "You’ve changed it since" in main_text(as_(mentee).get(url))
    page = main_text(as_(mentor).get(theirs))
    assert "teach" in page and "paint" not in page
    press(as_(mentee), url, pair)
    page = main_text(as_(mentor).get(theirs))
    assert "paint" in page and "teach" not in page


def test_what_changed_since_it_was_shown_is_shown_again_and_not_shared(as_, mentee, pair, url, theirs):
    seen = seen_on(as_(mentee), url)
    Tab(as_(mentee), f"{theirs}goals/").type("A rant").save()
    page = as_(mentee).post(url, {"with": str(pair.code), "seen": seen})

    assert page.status_code == 409
    assert "Read it again, then share it" in main_text(page) and "A rant" in main_text(page)
    assert SharedAnswer.objects.count() == 0


def test_an_empty_answer_cannot_be_shared(as_, mentee, pair, url, theirs):
    seen = seen_on(as_(mentee), url)
    Tab(as_(mentee), f"{theirs}goals/").type("").save()

    page = as_(mentee).post(url, {"with": str(pair.code), "seen": seen})
    assert page.status_code == 409 and "This answer is empty." in main_text(page)
    assert "Share with" not in main_text(as_(mentee).get(url))


@pytest.mark.parametrize("who", ["mentor", "stranger", "coordinator"])
def test_nobody_shares_or_takes_back_what_is_not_theirs(who, as_, pair, answer, url, request):
    shared = share(answer, pair)
    client = as_(request.getfixturevalue(who))

    assert client.get(url).status_code == 404
    assert client.post(url, {"with": str(pair.code)}).status_code == 404
    assert client.post(reverse("answer_stop_sharing", args=[shared.code])).status_code == 404
    assert SharedAnswer.objects.count() == 1


def test_an_answer_of_one_mentorship_is_not_shared_in_another(as_, mentee, pair, answer, url):
    other = factories.pair(factories.mentor().member, mentee)

    assert len(list(sharing.may_share_in(mentee, answer.sheet))) == 1
    assert as_(mentee).post(url, {"with": str(other.code), "seen": ""}).status_code == 404
    assert as_(mentee).post(url, {"with": "nonsense"}).status_code == 404
    assert SharedAnswer.objects.count() == 0


def test_an_answer_for_oneself_can_be_shared_with_each_partner(as_, mentee, pair):
    other = factories.pair(factories.mentor(name="Olga Other").member, mentee)
    mine = write(mentee, "For anyone")[0]
    url = reverse("answer_share", args=[mine.code])
    press(as_(mentee), url, other)

    page = main_text(as_(mentee).get(url))
    assert "Olga can read this answer" in page and "Rosalind cannot read this answer" in page
    assert [shared.mentorship for shared in SharedAnswer.objects.all()] == [other]


def test_without_a_mentorship_there_is_nobody_to_share_it_with(as_, stranger):
    mine = write(stranger, "For anyone")[0]
    page = main_text(as_(stranger).get(reverse("answer_share", args=[mine.code])))

    assert "Nobody to share it with" in page


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


def test_the_copy_is_sealed_and_opens_in_its_place_alone(pair, answer):
    shared = share(answer, pair)
    [[blob]] = sql("SELECT text FROM worksheets_sharedanswer")
    [[own]] = sql("SELECT text FROM worksheets_answer WHERE id = %s", answer.pk)

    assert b"teach" not in bytes(blob) + bytes(own) and bytes(blob) != bytes(own)
    sql("UPDATE worksheets_sharedanswer SET text = %s", own)
    with pytest.raises(CannotOpen):
        read(SharedAnswer.objects.get(pk=shared.pk))


def test_one_and_fifty_shared_answers_take_the_same_statements(as_, mentor, mentee, pair, theirs, statements):
    counts = []
    for number in (1, 50):
        while SharedAnswer.objects.count() < 2 * number:
            for author in (mentor, mentee):
                SharedAnswer(
                    mentorship=pair,
                    author=author,
                    answer_code=factories.member().code,
                    slug="goals",
                    title="T",
                    prompt="P",
                    text="x",
                ).save()
        counts.append(statements(as_(mentor), theirs))

    assert counts[0] == counts[1] <= 12
