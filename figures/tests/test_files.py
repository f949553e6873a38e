"""The figures as files: every month, in the words of the page, and no cell a formula (product 55)."""

import csv
import io
import re

import pytest

from figures.models import Publication, PublishedNumber
from mentoring.lib.csv_cells import safe_cell

pytestmark = pytest.mark.django_db


def test_a_file_has_every_month_and_the_words_of_the_page(published, as_, coordinator, staff_site):
    response = as_(coordinator).get("/admin/figures/people.csv")
    rows = list(csv.reader(io.StringIO(response.content.decode())))

    assert response.headers["Content-Type"].startswith("text/csv")
    assert rows[0] == ["Month", "Group", "Series", "People"]
    assert {row[0] for row in rows[1:]} == {"2026-12", "2027-01", "2027-02"}
    assert as_(coordinator).get("/admin/figures/nothing.csv").status_code == 404


@pytest.mark.parametrize("text", ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", " =1", "\r=1"))
def test_no_cell_is_a_formula(text, published, as_, coordinator, staff_site):
    assert safe_cell(text).startswith("'")
    publication = Publication.objects.first()
    PublishedNumber.objects.create(publication=publication, table="regions", row=text, value=30)

    cells = csv.reader(io.StringIO(as_(coordinator).get("/admin/figures/regions.csv").content.decode()))

    assert not [cell for row in cells for cell in row if re.match(r"\s*[=+\-@]", cell)]
