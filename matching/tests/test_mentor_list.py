"""Product 11, 13, 16: browsing. What is asked stands in the address; what is found, on the page."""

import pytest

from factories import member, mentor
from matching.tests.mentor_cards import everybody
from testing.pages import main_text, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forty")]
AWAY, FULL = "Arjun Mehrotra", "Fiona MacAskill-Reid"


def test_everybody_listed_is_there_once_and_nobody_else(browse):
    names = everybody(browse)

    assert len(names) == len(set(names)) == browse().count == 39
    assert AWAY not in names
    assert FULL in names


def test_a_card_leads_to_the_profile_of_its_name(browse, client):
    found = browse()

    assert len(found.names) == len(found.codes) == len(found.links) == 20
    assert found.links[0] == f"/mentors/{found.codes[0]}/"
    assert found.names[0] in client.get(found.links[0]).content.decode()


def test_those_with_room_stand_before_those_without(browse):
    """Product 13."""
    assert everybody(browse)[-1] == FULL


def test_values_of_one_filter_are_alternatives(browse):
    french, irish = (set(everybody(browse, language=code)) for code in ("fr", "ga"))

    assert set(everybody(browse, language=["fr", "ga"])) == french | irish
    assert french and irish and french != irish


def test_different_filters_all_hold(browse):
    apart = [set(everybody(browse, **one)) for one in ({"country": "GB"}, {"format": "phone"})]

    assert set(everybody(browse, country="GB", format="phone")) == apart[0] & apart[1]


@pytest.mark.parametrize(
    "asked",
    [
        {"area": "no-such-area"},
        {"country": "XX"},
        {"country": "gb"},
        {"colour": "green"},
        {"language": "\x00"},
        {"sort": "shoe-size"},
        {"accepting": "perhaps"},
        {"window": ""},
    ],
)
def test_what_does_not_exist_is_left_out(asked, browse):
    assert browse(**asked) == browse()


def test_an_unknown_value_does_not_spoil_a_known_one(browse):
    assert browse(country=["XX", "IE"]).count == browse(country="IE").count == 2


def test_a_flexible_mentor_matches_every_window(browse):
    flexible = set(everybody(browse, window="flexible"))

    assert flexible
    assert flexible <= set(everybody(browse, window="weekends"))


def test_overlap_keeps_those_awake_at_work_when_i_am(browse, reader):
    """Product 11."""
    near = everybody(browse, overlap="true")

    assert "Siobhán Ní Dhálaigh" in near
    assert "Hemi Parata-Walsh" not in near  # New Zealand sleeps while London works


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Asia/Kathmandu"])
def test_overlap_works_from_every_zone(zone, client):
    client.force_login(member(time_zone=zone))

    assert read(client.get("/mentors/?overlap=true")).count < 39


def test_accepting_leaves_out_the_full_ones(browse):
    assert FULL not in everybody(browse, accepting="true")
    assert browse(accepting="true").count == 38


@pytest.mark.parametrize("sort", ["recommended", "name", "newest"])
def test_every_order_holds_the_same_people(sort, browse):
    assert sorted(everybody(browse, sort=sort)) == sorted(everybody(browse))


def test_by_name_means_as_a_reader_looks_it_up(browse):
    mentor(name="Ángel Aaron")

    names = everybody(browse, sort="name")

    assert names.index("Ángel Aaron") == names.index("Bridget Kowalczyk") - 1


def test_newest_first_begins_with_who_came_last(browse):
    mentor(name="Just Arrived")

    assert browse(sort="newest").names[0] == "Just Arrived"


def test_a_correction_is_said(client, reader):
    client.force_login(reader)

    text = main_text(client.get("/mentors/?q=catalouging"))

    assert "No profile mentions “catalouging”, so we searched for “cataloging”" in text


def test_an_empty_result_offers_ways_on(client, reader):
    """Product 11: never a dead end."""
    client.force_login(reader)

    page = client.get("/mentors/?q=underwater+basket+weaving&country=JM").content.decode()

    assert read(client.get("/mentors/?q=underwater+basket+weaving")).count == 0
    assert 'href="/mentors/?q=underwater+basket+weaving"' in page  # drop the country
    assert "?area=" in page
    assert 'href="/mentors/"' in page


@pytest.mark.parametrize(
    "query", ["\x00", "   ", "%", '"', "'; DROP TABLE", "a" * 5000, "ﷺ" * 200, "*", "NEAR(", "🙏", "-", "\\"]
)
def test_an_odd_query_is_answered(query, browse):
    assert browse(q=query).count >= 0
