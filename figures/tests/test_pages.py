"""The pages of the staff site: what was published, drawn and in a table (product 55)."""

import pytest

from figures import publish, shown
from figures.counting import TABLES
from figures.models import Publication, PublishedNumber
from figures.tests import world
from figures.tests.world import NOW
from profiles.models import Member

pytestmark = pytest.mark.django_db
INDEX, REPORT, SHORT = "/admin/figures/", "/admin/figures/report/", "/admin/figures/short/"
PAGES = (INDEX, REPORT, SHORT, "/admin/figures/people.csv")


def page(as_, coordinator, address):
    response = as_(coordinator).get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_who_may_see_them(address, published, client, mentee, coordinator, staff_site):
    assert client.get(address).status_code == 302
    client.force_login(mentee)
    assert client.get(address).status_code == 302
    staff = Member.objects.get(pk=mentee.pk)
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    assert client.get(address).status_code == 403
    client.force_login(coordinator)
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", (INDEX, REPORT, SHORT))
def test_before_the_first_month_they_say_when(address, as_, coordinator, staff_site):
    assert "in the first days of next month" in page(as_, coordinator, address)


def test_every_table_is_drawn_with_its_numbers_beside_it(published, as_, coordinator, staff_site):
    text = page(as_, coordinator, INDEX)

    for table in shown.all_tables():
        part = text.split(f'id="{table.anchor}"')[1].split("</figure>")[0]
        assert "<table>" in part and "finding" in part, table.table.key
        for row in table.rows:
            for number in row.numbers:
                assert number.text in part
    assert text.count("<svg") > 8
    assert " style=" not in text and "<style" not in text and "onload" not in text


def test_the_rules_and_what_is_not_counted_stand_on_the_page(published, as_, coordinator, staff_site):
    text = page(as_, coordinator, INDEX)

    for said in (
        "multiple of five",
        "up to 15 away",
        "0 to 5",
        "may not add up",
        "Not counted yet",
        "ural libraries: profiles do not say it",
    ):
        assert said in text


def test_the_report_prints_everything(published, as_, coordinator, staff_site):
    text = page(as_, coordinator, REPORT)

    assert text.count("<figure") == len(shown.all_tables())
    assert "The mentoring programme of" in text


def test_the_first_page_leads_there(published, as_, coordinator, staff_site):
    assert "/admin/figures/publication/" in page(as_, coordinator, "/admin/")
    assert as_(coordinator).get("/admin/figures/publication/").headers["Location"] == INDEX


@pytest.mark.parametrize("months", (1, 12))
def test_as_many_statements_for_a_year_as_for_a_month(
    months, key, client, coordinator, staff_site, statements
):
    month = world.build(members=60, pairs=10, now=NOW)
    for later in range(months):
        publish.publish_month(month.later(later))
    client.force_login(coordinator)

    assert statements(client, INDEX) <= 12


def test_where_we_are_short_has_a_text_to_send(published, as_, coordinator, staff_site):
    publication = Publication.objects.first()
    PublishedNumber.objects.filter(publication=publication, table="supply").delete()
    PublishedNumber.objects.bulk_create(
        PublishedNumber(publication=publication, table="supply", row="change", series=series, value=value)
        for series, value in (("waiting", 40), ("room", 10))
    )

    text = page(as_, coordinator, SHORT)

    label = TABLES.get("supply").row_labels()["change"]
    assert f"- {label}" in text.split("<textarea")[1]
    assert f"Needed most: {label}" in text


def test_where_nobody_is_short_no_text_is_made_up(published, as_, coordinator, staff_site):
    PublishedNumber.objects.filter(table="supply").update(value=0)

    text = page(as_, coordinator, SHORT)

    assert "<textarea" not in text and "enough mentors" in text


def test_a_hostile_region_is_a_word_on_the_page(published, as_, coordinator, staff_site):
    publication = Publication.objects.first()
    PublishedNumber.objects.create(
        publication=publication, table="regions", row="<script>x</script>", value=500
    )

    text = page(as_, coordinator, INDEX)

    assert "<script>x" not in text and "&lt;script&gt;x" in text
