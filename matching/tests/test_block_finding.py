"""Product 36: who has blocked somebody, and whom, find each other nowhere."""

import pytest

import factories
from conduct import blocks
from directory import facet_index
from matching import services
from matching.blocking import block
from matching.models import Bookmark
from profiles.models import Member
from profiles.services import save_member, set_photo
from testing.pages import main_text
from testing.staff_pages import bare

pytestmark = pytest.mark.django_db
NOBODYS = "00000000-0000-4000-8000-000000000000"


def test_neither_finds_the_other_anywhere(as_, sides):
    """List, search, profile, asking, marking, drafts: for both of them."""
    by, whom = sides
    block(by, whom)
    facet_index.forget_index()
    for reader, other in ((by, whom), (whom, by)):
        client = as_(reader)
        assert other.name not in main_text(client.get("/mentors/"))
        assert other.name not in main_text(client.get(f"/mentors/?q={other.first_name}"))
        for way in ("", "ask/"):
            there, nothing = (client.get(f"/mentors/{code}/{way}") for code in (other.code, NOBODYS))
            assert there.status_code == nothing.status_code == 404
            assert bare(there) == bare(nothing)
        for way in ("mark/kept/", "mark/hidden/", "watch/", "block/"):
            assert client.post(f"/mentors/{other.code}/{way}").status_code == 404
    assert not Bookmark.objects.exists()


def test_counts_and_suggestions_leave_them_out(as_, sides):
    by, whom = sides
    for member in (by, whom):
        Member.objects.filter(pk=member.pk).update(
            seeking=["specific-skill"], library_type="academic-university"
        )
        save_member(Member.objects.get(pk=member.pk))
    facet_index.forget_index()
    assert whom.name in main_text(as_(by).get("/mentors/")).split("2 mentors")[0]
    block(by, whom)

    for reader, other in ((by, whom), (whom, by)):
        page = as_(reader).get("/mentors/")
        assert 'data-count="1"' in page.content.decode()
        assert other.name not in page.content.decode()


def test_the_shortlist_shows_what_it_shows_of_a_mentor_who_is_away(as_, sides):
    by, whom = sides
    for one, other in ((by, whom), (whom, by)):
        as_(one).post(f"/mentors/{other.code}/mark/kept/")
        as_(one).post(f"/shortlist/{other.code}/note/", {"note": "my own heron"})
    block(by, whom)

    for one, other in ((by, whom), (whom, by)):
        page = main_text(as_(one).get("/shortlist/"))
        assert other.name not in page
        assert "is taking a break" in page
        note = as_(one).post(f"/shortlist/{other.code}/note/", {"note": "x"})
        assert note.status_code == (409 if one == by else 302)


def test_photos_are_not_there_for_the_other(as_, sides, stranger):
    """Attack A16."""
    by, whom = sides
    for member in sides:
        set_photo(member, {"card": b"c", "page": b"p"}, alt="")
        member.refresh_from_db(fields=["photo"])
    block(by, whom)

    for reader, other in ((by, whom), (whom, by)):
        assert as_(reader).get(f"/photos/{other.photo}-card.jpg").status_code == 404
        assert as_(reader).get(f"/photos/{reader.photo}-card.jpg").status_code == 200
        assert as_(stranger).get(f"/photos/{other.photo}-page.jpg").status_code == 200


def test_a_draft_waits_unseen_and_comes_back(as_, sides):
    by, whom = sides
    services.save_request_draft(mentee=by, mentor=whom, message="unsent-heron")
    block(by, whom)
    for url in ("/", "/requests/"):
        assert whom.name not in main_text(as_(by).get(url))
    blocks.unblock(by, whom)

    assert whom.name in main_text(as_(by).get("/requests/"))


@pytest.mark.parametrize("address", ("/mentors/", "/requests/", "/shortlist/", "/profile/blocked/"))
def test_fifty_blocked_cost_no_more_than_one(address, as_, mentee, statements):
    factories.mentor(name="Always There")
    others = [factories.mentor().member for _ in range(50)]
    block(mentee, others[0])
    before = statements(as_(mentee), address)
    for other in others[1:]:
        block(mentee, other)

    assert statements(as_(mentee), address) == before <= 9
