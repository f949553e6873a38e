"""Product 7, 8, 9, 10: what I offer: drafted, looked at, published."""

import pytest

from directory.models import Listing
from factories import HOSTILE, mentor
from profiles import services, vocabulary
from profiles.models.mentor import ProfileStatus
from profiles.tests.mentor_profile_form import GOOD, LEAST, mine, save
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LISTS = ("helps_with", "roles", "styles", "formats", "windows", "qualifications")


def test_a_draft_may_be_as_empty_as_it_likes_and_nobody_sees_it(as_, mentee, stranger):
    save(as_(mentee), **LEAST)

    assert mine().status == ProfileStatus.DRAFT
    assert as_(stranger).get(f"/mentors/{mentee.code}/").status_code == 404
    assert not Listing.objects.filter(listed=True).exists()


def test_published_it_is_in_the_list(as_, mentee, stranger):
    page = save(as_(mentee), **GOOD, publish="1")

    assert "You’re on the list of mentors" in main_text(page)
    assert mine().published_at
    assert as_(stranger).get(f"/mentors/{mentee.code}/").status_code == 200


def test_published_too_early_it_says_what_is_missing_and_keeps_the_rest(as_, mentee):
    page = save(as_(mentee), **LEAST, ask_me_about="Bindings", publish="1")

    assert "at least one area of practice, a few lines about you" in main_text(page)
    assert (mine().status, mine().ask_me_about) == (ProfileStatus.DRAFT, "Bindings")


def test_areas_stand_in_their_order_each_once_five_at_most(as_, mentee):
    """Product 8."""
    slugs = ["copyright", "archives", "copyright", "", "acquisitions", "makerspaces"]
    save(as_(mentee), **LEAST, **{f"area_{place}": slug for place, slug in enumerate(slugs)})

    assert mine().areas == ["copyright", "archives", "acquisitions"]
    client = as_(mentee)
    page = client.get("/profile/mentor/").content.decode()
    assert page.index('value="copyright" selected') < page.index('value="archives" selected')


def test_everything_else_is_kept(as_, mentee):
    some = {
        name: [vocabulary.words().offered(kind)[0].slug]
        for name, kind in zip(
            LISTS, ("helps_with", "role", "style", "format", "window", "qualification"), strict=True
        )
    }
    save(as_(mentee), **GOOD, **some, note="Not in May", years_in_libraries="22")

    kept = mine()
    assert {name: getattr(kept, name) for name in LISTS} == some
    assert (kept.note, kept.years_in_libraries) == ("Not in May", 22)


@pytest.mark.parametrize("places", ["1", "0", "-1", "21", "", "two", "9" * 30, "1.5"])
def test_places_below_those_taken_and_odd_ones_are_refused_in_words(places, as_):
    """Product 23."""
    one = mentor(capacity=3)
    for _ in range(2):
        services.take_place(one.member)

    page = as_(one.member).post("/profile/mentor/", {**GOOD, "capacity": places}).content.decode()

    assert 'href="#id_capacity"' in page
    assert mine().capacity == 3
    assert places != "1" or "Choose a higher number. You have 2 mentees right now." in page


def test_the_preview_is_what_others_see(as_, mentor, stranger):
    """Product 10."""
    preview = main_text(as_(mentor).get("/profile/mentor/preview/"))
    shown = main_text(as_(stranger).get(f"/mentors/{mentor.code}/"))

    assert "This is how other members will see you" in preview
    for words in ("Rosalind Achterberg", "I describe seed packets.", "Cataloguing", "Has room"):
        assert words in preview and words in shown


def test_a_draft_has_a_preview_and_nothing_at_all_has_none(as_, mentee):
    client = as_(mentee)
    assert client.get("/profile/mentor/preview/").status_code == 404

    save(client, **GOOD)
    assert "I mend bindings." in main_text(client.get("/profile/mentor/preview/"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_at_its_field_or_shown_as_text(text, as_, mentor):
    """Issue 2, bad input."""
    client, kept = as_(mentor), {}
    for name in ("bio", "ask_me_about", "note", "area_0", *LISTS):
        answer = client.post("/profile/mentor/", {**GOOD, **kept, name: text})
        if answer.status_code == 200:
            assert f'href="#id_{name}' in answer.content.decode()
        else:
            kept[name] = text

    for address in ("/profile/mentor/", "/profile/mentor/preview/", f"/mentors/{mentor.code}/", "/mentors/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
