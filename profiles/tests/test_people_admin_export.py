"""The lists of people: filters, columns, search, titles, links, and the list as a CSV file (product 56)."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from conduct.models import CaseKind
from conduct.services import open_case
from factories import member
from factories import mentor as make_mentor
from mentoring.lib.csv_cells import safe_cell
from profiles import services
from profiles.hooks import hidden_profiles_changed
from profiles.models import Member, MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


@pytest.fixture
def office(coordinator, client, staff_site):
    client.force_login(coordinator)
    return client


def names(office, address, **query):
    return [getattr(row, "member", row).name for row in office.get(address, query).context["cl"].result_list]


def exported(office, address, query=""):
    answer = office.post(f"{address}export/{query}")
    return answer, b"".join(answer.streaming_content).decode()


def test_members_are_filtered_by_account_part_and_when_they_joined(office, mentee, mentor, coordinator):
    services.suspend(mentee)
    Member.objects.filter(pk=mentor.pk).update(joined_at=timezone.now() - timedelta(days=800))

    assert names(office, PEOPLE, account="suspended") == [mentee.name]
    assert names(office, PEOPLE, part="staff") == [coordinator.name]
    assert names(office, PEOPLE, part="mentor") == [mentor.name]
    assert mentor.name not in names(office, PEOPLE, joined="year")
    assert mentee.name in names(office, PEOPLE, joined="month")


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("listed", lambda profile: None),
        ("paused", services.pause),
        ("hidden", lambda profile: services.hide(profile, reason="x")),
        ("suspended", lambda profile: services.suspend(profile.member)),
        ("draft", lambda profile: MentorProfile.objects.update(status="draft")),
    ],
)
def test_mentor_profiles_are_filtered_by_state(state, step, office, mentor):
    step(mentor.mentor_profile)

    assert names(office, MENTORS, state=state) == [mentor.name]


@pytest.mark.parametrize("asked", ["Bodleian", "Oxford"])
def test_people_are_found_by_employer_and_town(asked, office, mentor, stranger):
    Member.objects.filter(pk=mentor.pk).update(employer="Bodleian Libraries", city="Oxford")

    assert names(office, PEOPLE, q=asked) == names(office, MENTORS, q=asked) == [mentor.name]


def test_pages_are_headed_by_names_and_tabs_are_not(office, mentee):
    page = office.get(f"{PEOPLE}{mentee.pk}/change/").content.decode()

    assert "<h1>Amina Otieno</h1>" in page
    assert "<title>Member |" in page
    assert f"Member {mentee.pk}" not in page


def test_pages_of_one_member_lead_to_each_other(office, mentor, coordinator, stranger):
    profile = mentor.mentor_profile
    opened = open_case(member=mentor, kind=CaseKind.HELP, text="x")
    named = open_case(member=stranger, kind=CaseKind.REPORT, text="x", about=mentor)
    hidden = open_case(member=mentor, kind=CaseKind.REPORT, text="x", about=coordinator)
    page = office.get(f"{PEOPLE}{mentor.pk}/change/").content.decode()

    for link in (f"{MENTORS}{profile.pk}/", *(f"/admin/conduct/case/{c.pk}/" for c in (opened, named))):
        assert link in page
    assert str(hidden.pk) not in page
    assert f"{PEOPLE}{mentor.pk}/change/" in office.get(f"{MENTORS}{profile.pk}/change/").content.decode()


def test_the_page_of_a_mentor_shows_what_members_see(office):
    profile = make_mentor(
        name="Ada", areas=["archives"], helps_with=["specific-skill"], bio="I mend bindings."
    )
    Member.objects.filter(pk=profile.member_id).update(languages=["fr"])
    page = main_text(office.get(f"{MENTORS}{profile.pk}/change/"))

    for words in ("Archives", "Learning a particular skill", "French", "I mend bindings."):
        assert words in page


def test_a_photo_that_is_not_there_is_no_error(office, mentor):
    assert office.get(f"{MENTORS}{mentor.mentor_profile.pk}/photo/").status_code == 404


def test_the_file_has_the_rows_of_the_filter_and_is_logged(office, mentee, stranger, coordinator):
    services.suspend(mentee)
    answer, text = exported(office, PEOPLE, "?account=suspended")

    assert mentee.email in text and stranger.email not in text
    assert answer["Content-Type"].startswith("text/csv") and "member.csv" in answer["Content-Disposition"]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.change_message) == (coordinator, "Downloaded as CSV: 1 rows")


def test_the_file_of_mentors(office, mentor):
    assert mentor.name in exported(office, MENTORS)[1]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|cmd", "%0A"])
def test_no_cell_is_a_formula(cell, office):
    member(name="Mallory", employer=cell)

    assert safe_cell(cell).startswith("'")
    assert f",'{cell.strip()}" in exported(office, PEOPLE)[1].replace('"', "").replace("' ", "'").replace(
        "\t", ""
    )


def test_the_file_takes_as_many_statements_for_many(office, django_assert_max_num_queries):
    Member.objects.bulk_create(Member(email=f"m{n}@test.example", name=f"M {n}") for n in range(50))

    with django_assert_max_num_queries(9):
        exported(office, PEOPLE)


def test_a_look_or_a_member_takes_no_file(office, client, mentee):
    assert office.get(f"{PEOPLE}export/").status_code == 403
    client.force_login(mentee)
    assert client.post(f"{PEOPLE}export/").status_code == 302
    assert not LogEntry.objects.exists()


def test_a_hidden_profile_that_was_changed_waits_for_a_coordinator(coordinator, mentor):
    profile = mentor.mentor_profile
    services.hide(profile, reason="Please say where you work.")
    assert list(hidden_profiles_changed(coordinator)) == []
    profile.refresh_from_db()
    services.save_mentor(profile)

    [line] = hidden_profiles_changed(coordinator)
    assert line.url == f"{MENTORS}{profile.pk}/change/" and mentor.name not in line.label
    services.unhide(profile)
    assert list(hidden_profiles_changed(coordinator)) == []
