"""The lists of people as a CSV file (product 56)."""

import pytest
from django.contrib.admin.models import LogEntry

from factories import member
from mentoring.lib.csv_cells import safe_cell
from profiles import moderation
from profiles.models import Member

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/profiles/member/"
MENTORS = "/admin/profiles/mentorprofile/"


def exported(office, address, query=""):
    answer = office.post(f"{address}export/{query}")
    return answer, b"".join(answer.streaming_content).decode()


def test_the_file_has_the_rows_of_the_filter_and_is_logged(office, mentee, stranger, coordinator):
    moderation.suspend(mentee)
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
