"""P16: a member sees where they are signed in, and can end the others; nobody sees or ends anybody else's."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/accounts/sessions/"


def browser(member, agent="Firefox"):
    client = Client(headers={"User-Agent": agent})
    client.post("/accounts/login/", {"login": member.email, "password": "secret-enough"})
    client.get("/profile/")
    return client


def is_in(client):
    return client.get("/profile/").status_code == 200


def test_each_sign_in_is_listed_and_only_ones_own(mentee, stranger):
    mine = browser(mentee, "Firefox on Linux")
    browser(mentee, "Safari on iPhone")
    browser(stranger, "Chrome on Windows")

    page = main_text(mine.get(PAGE))

    assert "Firefox, Linux" in page and "Safari, iOS" in page
    assert "Chrome" not in page


def test_the_others_end_and_this_one_stays(mentee, stranger):
    mine, phone, other = browser(mentee), browser(mentee), browser(stranger)

    mine.post(PAGE, follow=True)

    assert (is_in(mine), is_in(phone), is_in(other)) == (True, False, True)


def test_signing_out_ends_this_one_alone(mentee):
    mine, phone = browser(mentee), browser(mentee)

    mine.post("/accounts/logout/")

    assert (is_in(mine), is_in(phone)) == (False, True)
    assert Session.objects.count() <= 2


def test_a_link_that_is_fetched_signs_nobody_out(mentee):
    """Any page on the web could hold it as a picture."""
    mine = browser(mentee)
    mine.get("/accounts/logout/")

    assert is_in(mine)


def test_signed_out_there_is_no_list(client):
    assert client.get(PAGE).url.startswith("/accounts/login/")


@pytest.mark.parametrize("agent", ["<script>alert(1)</script>", "x" * 2000, ""])
def test_a_browser_may_call_itself_anything(agent, mentee):
    client = browser(mentee, agent)

    page = client.get(PAGE)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
