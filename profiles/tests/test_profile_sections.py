"""The long profile is saved a section at a time; what was typed into the others stays where it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import factories
from profiles.forms import MemberForm, MentorForm
from profiles.models import Member
from profiles.tests.sections import whole
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ROLES = ("mentor", "mentee", "stranger", "coordinator")
WORK = {"section": "work", "job_title": "Assistant", "employer": "Lakeside"}
HTMX = {"HX-Request": "true"}


def kept(member):
    return Member.objects.get(pk=member.pk)


@pytest.mark.parametrize("form_class", [MemberForm, MentorForm])
def test_every_field_is_in_one_section(form_class):
    fields = [name for section in form_class.sections for name in section.fields]
    own = set(form_class.base_fields) | set(getattr(form_class, "area_names", ()))

    assert sorted(fields) == sorted(own)


@pytest.mark.parametrize("who", ROLES)
def test_a_section_is_saved_alone(who, as_, request):
    member = request.getfixturevalue(who)
    Member.objects.filter(pk=member.pk).update(city="Kisumu", pronouns="she/her", seeking=["isolation"])
    answer = as_(member).post("/profile/", WORK)

    assert answer.url == "/profile/#section-work"
    now = kept(member)
    assert (now.employer, now.city, now.pronouns, now.name) == ("Lakeside", "Kisumu", "she/her", member.name)
    assert now.seeking == ["isolation"]


def test_signed_out_the_words_come_back(client, db):
    assert client.post("/profile/", WORK).status_code == 403


def test_a_section_that_is_none_is_no_section(as_, mentee):
    """Then it is all of the form, and without a name that is refused."""
    assert as_(mentee).post("/profile/", WORK | {"section": "everything"}).status_code == 200
    assert kept(mentee).employer == ""


def test_an_error_stands_in_its_section_and_nothing_of_it_is_kept(as_, mentee):
    page = as_(mentee).post("/profile/", {"section": "hours", "work_from": "09:00", "whole": "1"})

    text = page.content.decode()
    section = text.split('id="section-hours"')[1].split("</section>\n")[0]
    assert 'href="#id_work_to"' in section and text.count('class="error-summary"') == 1
    assert kept(mentee).work_from is None


@pytest.mark.parametrize("section", ["work", "hours"])
def test_what_is_typed_elsewhere_is_not_lost(section, as_, mentee):
    """Without script the whole page is sent: saved or refused, the other sections come back as they were typed."""
    typed = whole(city="Half a to", bio="", seeking=["isolation"], work_from="09:00", preferred_name="Amina")
    page = as_(mentee).post("/profile/", typed | {"section": section, "employer": "Lakeside"})

    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="Half a to"' in text and 'value="isolation" checked' in text
    assert kept(mentee).city == ""
    if section == "work":
        assert "Saved: Your work." in main_text(page)
        assert "Not saved yet: Looking for, Where you are, Working hours." in main_text(page)
        assert text.count('class="error-summary"') == 0
        assert kept(mentee).employer == "Lakeside"


def test_a_page_with_nothing_else_typed_is_left_as_usual(as_, mentee):
    typed = whole(preferred_name=mentee.preferred_name, seeking=mentee.seeking, time_zone=mentee.time_zone)

    assert as_(mentee).post("/profile/", typed | WORK).url == "/profile/#section-work"


def test_with_htmx_the_section_alone_comes_back(as_, mentee):
    page = as_(mentee).post("/profile/", WORK | {"city": "Half a to"}, headers=HTMX)

    text = page.content.decode()
    assert text.count("<section") == 1 and "<html" not in text
    assert "Saved." in text and 'value="Lakeside"' in text and "Half a to" not in text
    assert kept(mentee).city == ""


def test_with_htmx_an_error_comes_back_in_its_section(as_, mentee):
    text = as_(mentee).post("/profile/", {"section": "name", "name": ""}, headers=HTMX).content.decode()

    assert 'href="#id_name"' in text and "Saved." not in text


def test_a_time_zone_that_is_chosen_is_confirmed(as_):
    one = factories.member(time_zone="UTC", time_zone_confirmed=False)
    as_(one).post("/profile/", {"section": "where", "time_zone": "Africa/Nairobi"})

    assert (kept(one).time_zone, kept(one).time_zone_confirmed) == ("Africa/Nairobi", True)


@pytest.mark.parametrize("address", ["/profile/", "/profile/mentor/"])
def test_sections_ask_the_database_no_more_than_one_form(address, as_, mentor):
    client = as_(mentor)
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    assert len(seen) <= 4
