"""Product 57: what others can see of me, told from the program's own rules."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.test import Client
from django.utils import timezone
from django.utils.text import capfirst

from privacy.tests.seen_page import URL, part
from profiles.admin.members import MemberAdmin
from profiles.admin.mentors import MentorAdmin
from profiles.models import Member, MentorProfile
from profiles.shown import member_facts, mentor_facts

pytestmark = pytest.mark.django_db


def labels(model, model_admin):
    names = [*model_admin.fields, *model_admin.list_display]
    return {str(capfirst(label_for_field(name, model, model_admin))) for name in names if name != "__str__"}


def test_every_field_of_the_staff_site_is_on_the_page(page):
    """What coordinators see: each model registered, each field, each column of each list."""
    words = part(page, "coordinators")
    for model, model_admin in admin.site._registry.items():
        assert str(capfirst(model._meta.verbose_name_plural)) in words
        for label in labels(model, model_admin):
            assert label in words, (model, label)


@pytest.mark.parametrize("admin_class", (MemberAdmin, MentorAdmin))
def test_a_field_added_to_the_staff_site_appears_by_itself(admin_class, as_, mentor, monkeypatch):
    """The test above can fail: and here is that the page is not a list of its own."""
    model = Member if admin_class is MemberAdmin else MentorProfile
    name = "time_zone" if model is Member else "note"
    before = part(as_(mentor).get(URL), "coordinators")
    monkeypatch.setattr(admin_class, "fields", (*admin_class.fields, name))
    label = str(capfirst(label_for_field(name, model)))

    assert label not in before
    assert label in part(as_(mentor).get(URL), "coordinators")


def test_the_values_on_the_page_are_those_the_staff_site_shows(page, as_, mentor, coordinator, request):
    words = part(page, "coordinators")
    for value in ("Rosalind Achterberg", mentor.email, "they", "Keeper", "Museum of Rain", "Cork", "Ireland"):
        assert value in words
    assert "ring-me-77" not in words
    request.getfixturevalue("staff_site")
    browser = Client()
    browser.force_login(coordinator)
    staff = browser.get(f"/admin/profiles/member/{mentor.pk}/change/").content.decode()
    assert "Museum of Rain" in staff
    assert "ring-me-77" not in staff


def test_the_lists_that_show_names_and_addresses_are_said(page):
    words = part(page, "coordinators")

    assert "The list shows, for everyone: Name, Email address," in words
    assert "Coordinators can search it by: Name, Email address, Employer, Town or city." in words
    assert "Grace Whitfield" in words


def test_what_a_partner_and_what_members_see_are_the_facts_of_those_pages(page, mentor):
    mentor.refresh_from_db()
    for what, value in [*member_facts(mentor), ("", "ring-me-77")]:
        assert what in part(page, "partner")
        assert value in part(page, "partner")
    for what, _value in mentor_facts(mentor.mentor_profile):
        assert what in part(page, "members")
    assert "ring-me-77" not in part(page, "members")


def test_who_is_not_in_the_list_is_told_that_nobody_finds_them(as_, mentee, mentor):
    assert "Nothing. Other members" in part(as_(mentee).get(URL), "members")
    MentorProfile.objects.update(hidden_at=timezone.now())
    assert "Nothing. Other members" in part(as_(mentor).get(URL), "members")


def test_nobody_sees_it_signed_out(client):
    assert client.get(URL).status_code == 302
