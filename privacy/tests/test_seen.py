"""Product 57: what others can see of me, told from the program's own rules, and who has looked."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.test import Client
from django.utils import timezone
from django.utils.text import capfirst

from mentoring.lib.vault.rows import Confidential
from privacy import visibility as told
from privacy.models import Disclosure, DisclosureNotice
from profiles.admin.members import MemberAdmin
from profiles.admin.mentors import MentorAdmin
from profiles.models import Member, MentorProfile
from profiles.shown import member_facts, mentor_facts

pytestmark = pytest.mark.django_db
URL = "/profile/seen/"


def part(page, name):
    """The words of one section of the page."""
    html = page.content.decode().split(f'id="{name}"')[1].split("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def labels(model, model_admin):
    names = [*model_admin.fields, *model_admin.list_display]
    return {str(capfirst(label_for_field(name, model, model_admin))) for name in names if name != "__str__"}


@pytest.fixture
def page(as_, mentor, coordinator):
    Member.objects.filter(pk=mentor.pk).update(
        pronouns="they",
        job_title="Keeper",
        employer="Museum of Rain",
        city="Cork",
        country="IE",
        library_type="special",
        languages=["en", "ga"],
        contact="ring-me-77",
    )
    return as_(mentor).get(URL)


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


def test_every_kind_of_private_text_is_listed_with_whom_it_opens_for(page):
    rows = list(told.sealed())
    private = [model for model in apps.get_models() if issubclass(model, Confidential)]

    assert len(rows) == len(private)
    words = part(page, "operator")
    for row in rows:
        assert ", ".join(map(str, row["texts"])) in words
        assert row["open"]
    assert "256 bytes" in words
    assert {str(row["texts"][0]) for row in rows if row["alone"]} >= {
        "Private note",
        "Note on your shortlist",
    }


def test_the_court_is_not_passed_over(page):
    assert "handed over only where the law obliges" in part(page, "court")


def test_nobody_sees_it_signed_out(client):
    assert client.get(URL).status_code == 302


def test_what_was_handed_over_stands_here_once_i_am_told_and_not_before(as_, mentor, mentee):
    now = timezone.now()
    disclosure = Disclosure.objects.create(
        number=1,
        officer="A",
        second_officer="B",
        reference="Cork 77/26",
        scope={},
        output_sha256="0" * 64,
        before="0" * 64,
        digest="0" * 64,
    )
    facts = {
        "disclosure": disclosure,
        "due_on": now.date(),
        "reference": disclosure.reference,
        "disclosed_at": disclosure.at,
    }
    notice = DisclosureNotice.objects.create(member=mentor, **facts)
    assert "Cork 77/26" not in part(as_(mentor).get(URL), "court")
    DisclosureNotice.objects.filter(pk=notice.pk).update(told_at=now)

    assert "reference Cork 77/26" in part(as_(mentor).get(URL), "court")
    assert "Cork 77/26" not in part(as_(mentee).get(URL), "court")
