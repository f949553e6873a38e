"""Product 27, 28: who reads the versions of an agreement, and who proposes and agrees."""

import pytest

from testing.same_answer import same_as_nothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/agreement/"


@pytest.mark.parametrize("page", ["", "1/", "compare/", "propose/"])
@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_it_does_not_exist(who, page, three, here, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    assert same_as_nothing(client, three.code, f"{here}{page}")


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_nobody_else_proposes_or_agrees(who, three, here, as_, request):
    client = as_(request.getfixturevalue(who))

    for page, data in (("propose/", {"focus": "Me too", "seen": "3"}), ("agree/", {"number": "3"})):
        assert same_as_nothing(client, three.code, f"{here}{page}", "post", **data)
    assert three.agreements.count() == 3
    assert three.agreements.filter(agreed_at=None).count() == 1


def test_words_typed_by_somebody_signed_out_come_back(three, here, client):
    page = client.post(f"{here}propose/", {"focus": "Long words. " * 9, "seen": "3"})

    assert page.status_code == 403
    assert "Long words." in page.content.decode()
    assert client.get(here).status_code == 302
