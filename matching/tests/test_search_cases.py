"""Product 11: the words librarians type find the mentors they mean, through the page itself."""

import json

import pytest

from profiles.vocabulary import DATA

CASES = json.loads((DATA.parent / "search_cases.json").read_text(encoding="utf-8"))["open"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forty")]


def asked(case):
    filters = {name: "true" if value is True else value for name, value in case["filters"].items()}
    return {"q": case["query"], **filters}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_right_mentors_are_among_the_first_five(case, browse):
    """Product 11."""
    found = browse(**asked(case))

    assert set(case["expect"]) <= set(found.names[:5])
    assert found.names[:1] == [] or found.names[0] not in case["not"]
    if case["query"] and not case["expect"]:
        assert (found.names, found.count) == ([], 0)


def test_there_are_forty_cases():
    assert len(CASES) == 40
