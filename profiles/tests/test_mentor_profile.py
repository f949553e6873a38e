"""Product 7, 8, 9, 10: what I offer: drafted, looked at, published, paused."""

import pytest

from directory.models import Listing
from factories import HOSTILE, mentor
from profiles import services, vocabulary
from profiles.models import MentorProfile, Term, TermLabel
from profiles.models.mentor import ProfileStatus
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LEAST = {"capacity": "2", "taking_requests": "on"}
GOOD = {**LEAST, "area_0": "archives", "bio": "I mend bindings."}
LISTS = ("helps_with", "roles", "styles", "formats", "windows", "qualifications")


def save(client, **facts):
    return client.post("/profile/mentor/", facts, follow=True)


def mine():
    return MentorProfile.objects.get()


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


def test_pause_is_one_click_and_so_is_coming_back(as_, mentor, stranger):
    """Product 9."""
    client = as_(mentor)
    client.post("/profile/mentor/pause/")
    assert not Listing.objects.get().listed
    assert "You’re taking a break" in main_text(client.get("/profile/mentor/"))

    client.post("/profile/mentor/pause/", {"resume": "1"})
    assert Listing.objects.get().listed


def test_a_pause_changes_nothing_about_running_mentorships(as_, pair):
    as_(pair.mentor).post("/profile/mentor/pause/")

    pair.refresh_from_db()
    assert pair.status == "active"
    assert mine().active == 1


@pytest.mark.parametrize("step", [{}, {"resume": "1"}])
def test_who_is_no_mentor_has_nothing_to_pause(step, as_, mentee):
    assert as_(mentee).post("/profile/mentor/pause/", step).status_code == 404


def test_a_draft_that_says_too_little_is_not_listed_by_coming_back(as_, mentee):
    save(as_(mentee), **LEAST)
    as_(mentee).post("/profile/mentor/pause/", {"resume": "1"})

    assert mine().status == ProfileStatus.DRAFT


def test_a_hidden_profile_says_why_and_stays_hidden_when_published(as_, mentor):
    services.hide(mentor.mentor_profile, reason="The post is not yours.")
    client = as_(mentor)

    assert "The post is not yours." in main_text(client.get("/profile/mentor/"))
    save(client, **GOOD, publish="1")
    assert not Listing.objects.get().listed


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


def test_retired_words_stay_on_the_profile_and_in_the_form(as_, mentor, stranger):
    """Issue 2: retired slugs still resolve."""
    Term.objects.filter(slug="cataloging-metadata").update(retired=True)
    TermLabel.objects.filter(term__slug="cataloging-metadata", language="en-gb").update(
        label="Cataloguing of old"
    )
    vocabulary.changed()

    assert "Cataloguing of old" in main_text(as_(stranger).get(f"/mentors/{mentor.code}/"))
    save(as_(mentor), **{**GOOD, "area_0": "cataloging-metadata"})
    assert mine().areas == ["cataloging-metadata"]


def test_a_retired_word_is_shown_in_the_form_of_who_has_it(as_, mentor):
    Term.objects.filter(slug="cataloging-metadata").update(retired=True)
    vocabulary.changed()

    page = as_(mentor).get("/profile/mentor/").content.decode()

    assert 'value="cataloging-metadata" selected' in page


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
