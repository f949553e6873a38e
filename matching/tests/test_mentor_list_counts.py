"""Product 11: the number beside a choice is the number of mentors one gets by choosing it."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forty")]
STATES = {
    "nothing": {},
    "query": {"q": "rural"},
    "one filter": {"country": ["US"]},
    "two of one": {"language": ["fr", "es"]},
    "three": {"format": ["video"], "style": ["ongoing"], "accepting": ["true"]},
    "query and window": {"q": "teaching", "window": ["weekends"]},
    "overlap": {"overlap": ["true"], "library_type": ["public"]},
    "nobody": {"country": ["JM"], "language": ["fr"]},
}


@pytest.mark.parametrize("name", STATES)
def test_the_count_beside_each_choice_is_what_it_gives(name, browse):
    state = STATES[name]
    page = browse(**state)
    some = list(page.choices.items())[list(STATES).index(name) % 3 :: 3]  # all of them would be slow

    assert len(some) > 2
    for (kind, slug), (count, _ticked) in some:
        alone = browse(**state | {kind: [slug]})
        assert alone.count == count, (kind, slug)


def test_what_was_chosen_is_ticked_and_nothing_else(browse):
    page = browse(country=["US", "IE"], overlap="true")

    ticked = {key for key, (_count, ticked) in page.choices.items() if ticked}
    assert ticked == {("country", "US"), ("country", "IE"), ("overlap", "true")}


def test_a_second_value_adds_to_the_first(browse):
    page = browse(country=["US"])

    both = browse(country=["US", "IE"])
    assert both.count == page.count + page.choices["country", "IE"][0]
