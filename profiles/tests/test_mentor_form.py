"""Product 7, 8: the fields of a mentor profile at their limits, and what a choice that is not offered does."""

import pytest

from factories import member, mentor
from profiles.forms import MentorForm
from profiles.models import MentorProfile
from profiles.vocabulary import words

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LEAST = {"capacity": "1"}


def checked(profile=None, **given):
    form = MentorForm(LEAST | given, instance=profile or MentorProfile(member=member()))
    form.is_valid()
    return form


@pytest.mark.parametrize(("field", "most"), [("bio", 3000), ("ask_me_about", 100), ("note", 120)])
def test_a_text_may_be_as_long_as_it_says_and_not_one_letter_longer(field, most):
    assert field not in checked(**{field: "x" * most}).errors
    assert list(checked(**{field: "x" * (most + 1)}).errors) == [field]


@pytest.mark.parametrize(
    ("years", "refused"),
    [("", False), ("0", False), ("80", False), ("81", True), ("-1", True), ("ten", True)],
)
def test_years_in_libraries_are_a_life_of_work_at_most(years, refused):
    assert ("years_in_libraries" in checked(years_in_libraries=years).errors) is refused


def test_no_years_and_nothing_said_are_not_the_same():
    """Somebody in their first year may say so."""
    assert checked(years_in_libraries="0").cleaned_data["years_in_libraries"] == 0
    assert checked(years_in_libraries="").cleaned_data["years_in_libraries"] is None


@pytest.mark.parametrize("field", ["helps_with", "roles", "styles", "formats", "windows", "qualifications"])
def test_a_choice_that_is_not_offered_is_refused_at_its_field(field):
    kind = MentorForm.base_fields[field].kind
    known = words().offered(kind)[0].slug

    assert list(checked(**{field: [known, "no-such"]}).errors) == [field]
    assert checked(**{field: [known]}).cleaned_data[field] == [known]


@pytest.mark.parametrize("field", MentorForm.area_names)
def test_an_area_of_another_vocabulary_is_refused(field):
    assert list(checked(**{field: "coach"}).errors) == [field]


def test_five_areas_are_offered_and_a_sixth_is_not_read():
    slugs = [term.slug for term in words().offered("area")[:6]]
    form = checked(**{f"area_{number}": slug for number, slug in enumerate(slugs)})

    assert form.cleaned_data["areas"] == slugs[:5]
    assert [field.name for field in form.areas()] == MentorForm.area_names


def test_the_form_shows_the_areas_of_the_profile_in_their_order():
    profile = mentor(areas=["copyright", "archives"])

    assert [field.value() for field in MentorForm(instance=profile).areas()][:3] == [
        "copyright",
        "archives",
        "",
    ]


def test_a_gap_between_areas_closes():
    assert checked(area_1="archives", area_4="copyright").cleaned_data["areas"] == ["archives", "copyright"]


@pytest.mark.parametrize(("capacity", "refused"), [("0", True), ("1", True), ("2", False), ("20", False)])
def test_places_are_as_many_as_mentees_at_least(capacity, refused):
    """Product 23."""
    profile = mentor(capacity=2)
    profile.active = 2

    form = checked(profile, capacity=capacity, area_0="archives", bio="x")
    assert ("capacity" in form.errors) is refused


def test_a_paused_profile_may_be_emptied_like_a_draft():
    """Nobody chooses by it while it is not in the list; coming back asks again."""
    profile = mentor()
    profile.status = "paused"

    assert not checked(profile).errors


def test_a_bio_that_is_too_long_is_one_error_not_two():
    assert len(checked(mentor(), area_0="archives", bio="x" * 3001).errors["bio"]) == 1


def test_who_takes_no_requests_leaves_the_box_empty():
    assert checked().cleaned_data["taking_requests"] is False
    assert checked(taking_requests="on").cleaned_data["taking_requests"] is True
