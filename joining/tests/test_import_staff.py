"""The staff site's pages of the association's list: uploaded, checked by the worker, decided on by a coordinator."""

import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from joining import importing
from joining.models import ImportState, RosterEntry, RosterImport, StagedRow, StateMeaning
from joining.tests.exports import file_of

LIST = "/admin/joining/rosterimport/"
ADD = f"{LIST}add/"
GOOD = "1,Zoe,zoe@library.example,Active"
ODD = "2,Ann,ann@library.example,Emeritus"


@pytest.fixture
def office(staff_site, client, coordinator):
    """The staff site with a coordinator signed in."""
    client.force_login(coordinator)
    return client


@pytest.fixture
def uploaded(office):
    """uploaded(*rows): a file, uploaded and checked; the address of its page."""

    def upload(*rows):
        page = office.post(ADD, {"file": _named(file_of(*rows))})
        importing.work_on_imports()
        return page.url

    return upload


def _named(file, name="members.csv"):
    file.name = name
    return file


def test_a_file_is_uploaded_checked_and_taken_over(office, uploaded):
    page = uploaded(GOOD)
    shown = office.get(page).content.decode()
    assert "1 person is new." in shown and "zoe@library.example" in shown
    assert not RosterEntry.objects.exists()

    office.post(f"{page.replace('change/', '')}decide/", {"take": ""})
    importing.work_on_imports()

    assert RosterEntry.objects.get().name == "Zoe"
    assert RosterImport.objects.get().state == ImportState.DONE
    assert not StagedRow.objects.exists()


def test_until_the_worker_has_looked_the_page_says_so(office):
    page = office.post(ADD, {"file": _named(file_of(GOOD))}).url

    assert "0 of 1 rows" in office.get(page).content.decode()


def test_who_is_in_no_file_any_more_is_found_on_the_list_from_then_on(office, uploaded):
    for rows in ((GOOD, "3,Una,una@library.example,Active"), (GOOD,), (GOOD,)):
        page = uploaded(*rows)
        office.post(f"{page.replace('change/', '')}decide/", {"take": ""})
        importing.work_on_imports()
    page = office.get("/admin/joining/rosterentry/?file=missing").content.decode()

    assert "una@library.example" in page and "zoe@library.example" not in page
    assert "zoe@library.example" in office.get("/admin/joining/rosterentry/").content.decode()


def test_a_discarded_file_changes_nothing_and_keeps_no_row(office, uploaded):
    page = uploaded(GOOD)
    office.post(f"{page.replace('change/', '')}decide/", {"discard": ""})
    importing.work_on_imports()

    assert not RosterEntry.objects.exists() and not StagedRow.objects.exists()


def test_the_second_of_two_coordinators_is_told(office, uploaded):
    page = uploaded(GOOD)
    decide = f"{page.replace('change/', '')}decide/"
    office.post(decide, {"discard": ""})

    again = office.post(decide, {"take": ""}, follow=True)

    assert "already decided" in again.content.decode()
    assert RosterImport.objects.get().state == ImportState.DISCARDED


def test_an_unknown_membership_is_named_once_and_for_all(office, uploaded, coordinator):
    page = uploaded(GOOD, ODD)
    assert "Emeritus" in office.get(page).content.decode()

    office.post(f"{page.replace('change/', '')}state/", {"word": "Emeritus", "current": ""})
    importing.work_on_imports()

    assert "2 people are new." in office.get(page).content.decode()
    assert StateMeaning.objects.get().decided_by == coordinator


def test_columns_nobody_can_tell_are_chosen_on_the_page(office):
    asked = office.post(ADD, {"file": _named(file_of("Zoe,zoe@library.example", headings="Wer,Wohin"))})
    assert asked.status_code == 422 and "Wohin" in asked.content.decode()

    fields = {"heading": ["Wer", "Wohin"], "column_full_name": "0", "column_email": "1"}
    file = _named(file_of("Zoe,zoe@library.example", headings="Wer,Wohin"))
    page = office.post(ADD, {**fields, "file": file}).url

    assert page.endswith("/change/")


def test_a_membership_can_be_chosen_too_and_counts(office):
    headings = {"headings": "Wer,Wohin,Kategorie"}
    rows = ("Zoe,zoe@library.example,Lapsed",)
    office.post(ADD, {"file": _named(file_of(*rows, **headings))})
    fields = {
        "heading": ["Wer", "Wohin", "Kategorie"],
        "column_full_name": "0",
        "column_email": "1",
        "column_state": "2",
    }
    page = office.post(ADD, {**fields, "file": _named(file_of(*rows, **headings))}).url
    importing.work_on_imports()
    shown = office.get(page).content.decode()

    assert RosterImport.objects.get().columns["state"] == "Kategorie"
    assert "No column says who is a member" not in shown


def test_a_file_that_tells_nobodys_membership_says_so(office):
    file = _named(file_of("Zoe,zoe@library.example,Lapsed", headings="Name,Email,Kategorie"))
    page = office.post(ADD, {"file": file}).url
    importing.work_on_imports()

    assert "No column says who is a member" in office.get(page).content.decode()


@pytest.mark.parametrize("content, why", [(b"", "empty"), (b"\x00\x01" * 50, "CSV file that we can read")])
def test_what_is_no_list_is_refused_at_the_field(office, content, why):
    import io

    page = office.post(ADD, {"file": _named(io.BytesIO(content), "odd.csv")})

    assert page.status_code == 422 and why in page.content.decode()


@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger"])
def test_nobody_but_coordinators_comes_in(who, staff_site, client, request):
    client.force_login(request.getfixturevalue(who))
    for page in (LIST, ADD, "/admin/joining/rosterentry/"):
        assert client.get(page).status_code == 302


def test_lists_cost_the_same_with_one_and_with_fifty(office, django_assert_max_num_queries):
    for number in range(50):
        RosterImport.objects.create(file_name=f"{number}.csv", made_by=factories.member())
        RosterEntry.objects.create(name="N", email=f"n{number}@library.example", state="current")
    for page in (LIST, "/admin/joining/rosterentry/?state__exact=current&q=n4"):
        with django_assert_max_num_queries(9):
            assert office.get(page).status_code == 200


def test_a_checked_file_waits_on_the_first_page(office, uploaded):
    uploaded(GOOD)

    assert "A file of members is waiting for your decision" in office.get("/admin/").content.decode()


def test_a_worker_that_died_in_the_middle_is_followed_by_another(office, uploaded):
    page = uploaded(GOOD)
    office.post(f"{page.replace('change/', '')}decide/", {"take": ""})
    RosterImport.objects.update(claimed_at=timezone.now())
    importing.work_on_imports()
    assert not RosterEntry.objects.exists()

    RosterImport.objects.update(claimed_at=timezone.now() - importing.CLAIM * 2)
    importing.work_on_imports()
    assert RosterEntry.objects.exists()
    assert reverse("admin:joining_rosterimport_changelist", urlconf="mentoring.urls_staff") == LIST
