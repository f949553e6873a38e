"""Product 11: the addresses next to the one that is asked, and what the filter offers."""

import pytest

from factories import mentor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("", ""),
        ("q=koha", "q=koha"),
        ("sort=name&q=koha", "q=koha&sort=name"),
        ("sort=recommended", ""),
        ("area=no-such&colour=green", ""),
        ("language=fr&area=archives&area=archives", "area=archives&language=fr"),
        ("accepting=on&overlap=yes", "accepting=true&overlap=true"),
        ("page=3&area=archives", "area=archives"),
        ("q=%00", ""),
    ],
)
def test_an_address_is_written_in_one_way(asked, address, ask):
    assert ask(asked).query().urlencode() == address


def test_an_address_without_one_choice_keeps_the_others(ask):
    mentors = ask("q=koha&area=archives&area=copyright&sort=name")

    assert mentors.query(but=("area", "archives")).urlencode() == "q=koha&area=copyright&sort=name"
    assert mentors.query(area=()).urlencode() == "q=koha&sort=name"


def test_the_commonest_choices_are_those_most_mentors_have(ask):
    for areas in (["archives"], ["archives", "copyright"], ["copyright", "archives", "acquisitions"]):
        mentor(areas=areas)
    mentor(areas=["acquisitions"], published=False)

    assert ask().commonest("area", 2) == ["archives", "copyright"]
