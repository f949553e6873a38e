"""Product 11, 16: the list of mentors page by page, as a fragment, and for who is signed out."""

import pytest

from testing.pages import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forty")]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("999", 2), ("2", 2), ("1", 1), ("0", 1), ("-1", 1), ("abc", 1), ("²", 1), ("", 1), ("9" * 99, 1)],
)
def test_a_page_that_is_not_there_is_the_nearest_one(asked, shown, browse):
    assert browse(page=asked).names == browse(page=shown).names


def test_the_address_keeps_all_of_it_from_page_to_page(client, reader):
    client.force_login(reader)
    asked = "/mentors/?q=librarian&language=en&sort=name&overlap=true"

    page = client.get(asked).content.decode()

    assert 'value="librarian"' in page
    assert '<option value="name" selected>' in page
    assert 'name="language" value="en"' in page
    assert "/mentors/?q=librarian&amp;overlap=true&amp;sort=name" in page  # without the language


def test_the_second_page_keeps_the_filter(client, reader):
    client.force_login(reader)

    page = client.get("/mentors/?language=en&sort=name").content.decode()

    assert "/mentors/?language=en&amp;sort=name&amp;page=2" in page


def test_htmx_gets_the_fragment_and_everybody_else_the_page(client, reader):
    client.force_login(reader)

    fragment = client.get("/mentors/", headers={"HX-Request": "true"})
    page = client.get("/mentors/")

    assert b"<html" not in fragment.content
    assert read(fragment) == read(page)
    assert "HX-Request" in page["Vary"]


def test_signed_out_a_search_leads_the_whole_page_to_the_sign_in(client):
    """Fault F8: not the sign-in page inside the list."""
    answer = client.get("/mentors/?q=archives", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=/mentors/%3Fq%3Darchives"
    assert answer.content == b""
    assert client.get("/mentors/?q=archives").status_code == 302


def test_signed_out_the_list_is_closed(client, db):
    assert client.get("/mentors/?q=marc").url == "/accounts/login/?next=/mentors/%3Fq%3Dmarc"
