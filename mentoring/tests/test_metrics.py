"""`/metrics`: what rooms tell and how requests went, by the names of pages."""

import re

import pytest

from mentoring.lib.registry.metrics import METRICS

pytestmark = pytest.mark.django_db
TOKEN = "t" * 32


@pytest.fixture
def figures(client, settings):
    """`figures()`: {name with its labels: value} as Prometheus would read them."""
    settings.METRICS_TOKEN = TOKEN

    def read():
        text = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
        lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, _space, value in lines}

    return read


def count(figures, *parts):
    """The sum of the lines of `mentoring_requests_total` in which all the parts stand."""
    lines = {name: n for name, n in figures.items() if name.startswith("mentoring_requests_total{")}
    return sum(n for name, n in lines.items() if all(part in name for part in parts))


def test_a_request_is_counted_under_the_name_of_its_page(client, figures, pair, mentee):
    before = figures()
    client.force_login(mentee)
    client.get(f"/mentorships/{pair.code}/")
    client.get(f"/mentorships/{pair.code}/?q=words")
    client.get("/no-such-page/")
    after = figures()

    def more(*parts):
        return count(after, *parts) - count(before, *parts)

    assert more('page="mentorship_detail"', 'method="GET"', 'status="200"') == 2
    assert more('page="none"', 'status="404"') == 1
    assert after['mentoring_request_seconds_count{page="mentorship_detail"}'] >= 2
    assert not re.search(f"{pair.code}|words|no-such-page", "".join(after))


def test_a_refused_sign_in_is_counted_by_its_means(client, figures, mentee):
    before = figures().get('mentoring_sign_ins_refused_total{means="password"}', 0)
    client.post("/accounts/login/", {"login": mentee.email, "password": "not this one"})
    assert figures()['mentoring_sign_ins_refused_total{means="password"}'] == before + 1


def test_what_no_browser_sends_makes_no_line_of_its_own(client, figures):
    """Else a stranger could fill the memory with methods."""
    client.generic("BREW", "/accessibility/")
    assert count(figures(), 'method="other"') and not count(figures(), "BREW")


def test_rooms_tell_numbers_with_distinct_names(figures):
    names = [metric.name for of_room in METRICS.results() for metric in of_room]

    assert len(names) == len(set(names))
    assert {"mail_due", "sweep_failures", "directory_listed", "directory_missing", "disk_free_bytes"} <= set(
        names
    )
    assert {f"mentoring_{name}" for name in names} <= set(figures())


def test_a_mentor_who_should_be_in_the_list_and_is_not_is_counted(figures):
    from directory.models import Listing
    from factories import mentor

    mentor(), mentor()
    assert (figures()["mentoring_directory_listed"], figures()["mentoring_directory_missing"]) == (2, 0)
    Listing.objects.all()[0].delete()
    assert (figures()["mentoring_directory_listed"], figures()["mentoring_directory_missing"]) == (1, 1)
