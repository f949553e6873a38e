"""“Could I be a mentor?”: a shipped text, open to everybody, with a way on."""

import pytest
from django.test import Client

import factories
from outreach import step_up

ADDRESS = "/could-i-be-a-mentor/"


def page(answer):
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "title"),
    (
        ("en", "Could I be a mentor?"),
        ("es", "¿Podría ofrecer mentoría?"),
        ("fr", "Pourrais-je"),
        ("de", "Could I"),
    ),
)
def test_it_is_there_in_each_language_signed_out(language, title):
    answer = Client(headers={"Accept-Language": language}).get(ADDRESS)

    assert answer.status_code == 200
    assert f"<h1>{title}" in page(answer)
    assert '<a class="button" href="/profile/mentor/">' in page(answer)


def test_each_file_has_the_shape_that_the_page_wants():
    for language in ("en", "es", "fr"):
        text = step_up._read(language)
        assert text.title and text.summary and "#" not in text.title + text.summary, language
        assert text.body.startswith("<h2>") and text.body.count("<h2>") >= 2, language


def test_html_in_a_file_does_no_harm():
    text = step_up.parsed("# T\n\nOne <b>line</b>\nmore.\n\n## S\n\n<script>alert(1)</script>\n")

    assert (text.title, text.summary) == ("T", "One <b>line</b> more.")
    assert "<script>" not in text.body


def test_a_file_without_sections_is_a_title_and_a_summary():
    assert step_up.parsed("# T\n\nOnly this.").body == ""


def test_the_first_page_the_first_steps_and_the_home_of_who_is_no_mentor_lead_there(
    as_, client, mentor, stranger
):
    assert ADDRESS in page(client.get("/"))
    new = factories.member(started_at=None)
    assert ADDRESS in page(as_(new).get("/", follow=True))
    assert ADDRESS in page(as_(stranger).get("/"))
    assert ADDRESS not in page(as_(mentor).get("/"))
