"""Product 52: one answer is shared with the partner at will, until its writer stops sharing it."""

import pytest
from django.urls import reverse

import factories
from mentoring.lib.vault import CannotOpen
from testing.pages import main_text
from testing.private_texts import sql
from testing.worksheets import Tab, share, write
from worksheets.models import Answer, SharedAnswer
from worksheets.services import sharing

pytestmark = pytest.mark.django_db


def seen_on(client, url):
    return client.get(url).content.decode().split('name="seen" value="')[1].split('"')[0]


def press(client, url, pair):
    return client.post(url, {"with": str(pair.code), "seen": seen_on(client, url)})


def read(shared):
    return shared.text


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
