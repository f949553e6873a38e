"""Block (product 36): who blocks and unblocks, and that twice is once."""

import pytest

import factories
from conduct.models import Block
from factories import request as ask
from matching.blocking import block
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_unblocking_restores_finding_and_nothing_else(as_, pair, sides):
    by, whom = sides
    block(by, whom)
    page = as_(by).post(f"/profile/blocked/{whom.code}/", follow=True)

    assert "can find each other again" in main_text(page)
    assert as_(whom).get(f"/mentors/{by.code}/").status_code == 200
    pair.refresh_from_db()
    assert pair.status == "ended"


def test_only_the_one_who_blocked_can_take_it_back(as_, sides, stranger):
    by, whom = sides
    block(by, whom)
    for reader, other in ((whom, by), (stranger, whom), (by, stranger)):
        assert as_(reader).post(f"/profile/blocked/{other.code}/").status_code == 404

    assert Block.objects.count() == 1
    assert by.name not in main_text(as_(whom).get("/profile/blocked/"))


@pytest.mark.parametrize("who", ("stranger", "coordinator"))
def test_nobody_blocks_through_a_page_that_is_not_theirs(who, as_, pair, mentor, mentee, request):
    """Product 27: and the answer is that of nothing there."""
    mentor_request = ask(mentee, factories.mentor().member)
    client = as_(request.getfixturevalue(who))
    for url in (f"/mentorships/{pair.code}/trouble/block/", f"/requests/{mentor_request.code}/block/"):
        assert client.post(url).status_code == 404
    assert client.get(f"/mentorships/{pair.code}/trouble/block/").status_code == 405
    assert not Block.objects.exists()


def test_one_does_not_block_oneself(as_, mentor):
    assert as_(mentor).post(f"/mentors/{mentor.code}/block/").status_code == 404
    with pytest.raises(ValueError, match="themselves"):
        block(mentor, mentor)


def test_twice_is_once(sides):
    by, whom = sides

    assert (block(by, whom), block(by, whom), block(whom, by)) == (True, False, True)
    assert Block.objects.count() == 2
