"""Product 11: counts stand beside the choices; those that matter come first."""

import pytest
from django.http import QueryDict

from directory.choices import FIRST_SHOWN, choice_groups, choices_made
from directory.indexed_filter import IndexedMentorFilter
from directory.templatetags.directory import checkboxes
from factories import mentor
from profiles.models import TermLabel

pytestmark = pytest.mark.django_db
AREAS = ["archives", "copyright", "acquisitions", "cataloging-metadata", "makerspaces", "school-librarianship",
         "library-systems", "electronic-resources"]  # fmt: skip


def ask(address=""):
    return IndexedMentorFilter(QueryDict(address), time_zone="UTC")


def group(name, address=""):
    mentors = ask(address)
    switches, groups = choice_groups(mentors, mentors.page(1).total)
    return next((one for one in [*switches, *groups] if one.name == name), None)


def test_the_commonest_come_first_and_the_rest_in_the_order_of_the_vocabulary():
    for place in range(len(AREAS)):
        mentor(areas=AREAS[place : place + 2])
    shown = group("area")
    counts = [choice.count for choice in shown.first]

    assert len(shown.first) == FIRST_SHOWN
    assert counts == sorted(counts, reverse=True)
    assert {choice.slug for choice in [*shown.first, *shown.more]} == set(AREAS)


def test_what_is_ticked_comes_first_even_if_nobody_has_it():
    mentor(areas=AREAS[:5])

    first = group("area", "area=library-systems").first[0]
    assert (first.slug, first.count, first.chosen) == ("library-systems", 0, True)


def test_choices_of_nobody_are_not_shown_but_in_short_lists():
    mentor(styles=["ongoing"], roles=["coach"])

    assert [choice.slug for choice in group("role").first] == ["coach"]
    styles = group("style")
    assert {choice.count for choice in [*styles.first, *styles.more]} == {0, 1}


def test_a_filter_without_any_choice_is_left_out():
    mentor()

    assert group("role") is None


def test_where_nobody_is_left_no_list_of_noughts_is_shown():
    mentor(styles=["ongoing"])

    assert group("style", "q=zzzz") is None


def test_switches_are_always_there():
    assert [choice.count for choice in group("accepting").first] == [0]
    assert group("overlap", "overlap=true").first[0].chosen


def test_every_choice_made_has_the_address_without_it():
    made = list(choices_made(ask("area=archives&country=KE&accepting=true")))

    assert [label for label, _query in made] == ["Archives & manuscripts", "Kenya", "Has room now"]
    assert [query.urlencode() for _label, query in made] == [
        "country=KE&accepting=true", "area=archives&accepting=true", "area=archives&country=KE",
    ]  # fmt: skip


def test_labels_of_coordinators_are_escaped():
    TermLabel.objects.filter(term__slug="archives").delete()
    mentor(areas=["archives"])
    shown = group("area")
    shown.first[0].label = "<b>Our</b> & theirs"

    html = checkboxes("area", shown.first)
    assert "&lt;b&gt;Our&lt;/b&gt; &amp; theirs" in html
    assert 'name="area" value="archives"' in html
    assert '<span class="count">1</span>' in html


def test_a_box_tells_whether_it_is_ticked_and_whether_anybody_is_behind_it():
    mentor(areas=["copyright"])
    shown = group("area", "area=archives")

    ticked, other = checkboxes("area", shown.first).split("\n")
    assert " checked" in ticked and 'class="none"' in ticked
    assert " checked" not in other and 'class="none"' not in other
