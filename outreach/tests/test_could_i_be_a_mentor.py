"""“Could I be a mentor?”: a shipped text, open to everybody, with a way on."""

import pytest
from django.test import Client

import factories
from guidance.handbook.chapters import STEP_UP
from testing.guide import change_page

ADDRESS = "/could-i-be-a-mentor/"


def page(answer):
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "title"),
    (
        ("en", "Could I be a mentor?"),
        ("es", "¿Podría yo ofrecer mentoría?"),
        ("fr", "Pourrais-je"),
        ("de", "Could I"),
    ),
)
def test_it_is_there_in_each_language_signed_out(language, title):
    answer = Client(headers={"Accept-Language": language}).get(ADDRESS)

    assert answer.status_code == 200
    assert f">{title}" in page(answer)
    assert '<a class="button" href="/profile/mentor/">' in page(answer)


def test_it_is_gone_with_its_links_once_coordinators_withdraw_it(client, coordinator, as_, stranger):
    change_page(coordinator, "", name=STEP_UP)

    assert client.get(ADDRESS).status_code == 404
    for reader in (client, as_(stranger)):
        assert ADDRESS not in page(reader.get("/"))


def test_the_first_page_the_first_steps_and_the_home_of_who_is_no_mentor_lead_there(
    as_, client, mentor, stranger
):
    assert ADDRESS in page(client.get("/"))
    new = factories.member(started_at=None)
    assert ADDRESS in page(as_(new).get("/", follow=True))
    assert ADDRESS in page(as_(stranger).get("/"))
    assert ADDRESS not in page(as_(mentor).get("/"))
