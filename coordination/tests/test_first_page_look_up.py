"""The head of the staff site: whose it is, and looking somebody up."""

import pytest

from factories import member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_the_head_names_the_association_and_the_coordinator(office, settings):
    page = office.get("/admin/").content.decode()

    assert settings.ASSOCIATION_NAME in page and "<strong>Grace Whitfield</strong>" in page
    assert "Times on this site are in the time zone" in page


def test_the_way_to_a_new_password_leads_to_the_members_site(client, db, settings, staff_site):
    page = client.get("/admin/login/").content.decode()

    assert f'{settings.SITE_URL}/accounts/password/reset/">Forgot your password?' in page


@pytest.mark.parametrize("asked", ["Otieno", "amina OTIENO", "Bodleian", "oxford"])
def test_somebody_is_looked_up_over_members_and_mentors(asked, office, mentee, stranger):
    type(mentee).objects.filter(pk=mentee.pk).update(employer="Bodleian Libraries", city="Oxford")
    page = main_text(office.get("/admin/people/", {"q": asked}))

    assert "Amina Otieno" in page and stranger.name not in page


@pytest.mark.parametrize("asked", ["", "x", "nobody-of-this-name", "%", "\x00"])
def test_nobody_is_found_without_an_error(asked, office, mentee):
    assert "Amina" not in main_text(office.get("/admin/people/", {"q": asked}))


def test_looking_up_takes_as_many_statements_for_many(office, statements):
    member(name="Look Up")
    before = statements(office, "/admin/people/?q=look")
    for n in range(40):
        member(name=f"Look Up {n}")

    assert statements(office, "/admin/people/?q=look") == before


@pytest.mark.parametrize("who", ("mentor", "stranger"))
def test_members_look_nobody_up(who, client, request, staff_site):
    one = request.getfixturevalue(who)
    client.force_login(one)
    assert client.get("/admin/people/?q=look").status_code == 302
    one.is_staff = True
    one.save()
    assert client.get("/admin/people/?q=look").status_code == 403
