"""A process starts with one domain for the passkeys of both sites, and asks staff for a second factor."""

import pytest

from mentoring.lib.tests.processes import python

SITES = {"SITE_URL": "https://mentoring.example.org", "STAFF_URL": "https://staff.example.org"}
DOMAIN = "from django.conf import settings; print(settings.PASSKEY_DOMAIN)"


@pytest.mark.parametrize(
    "typed",
    (
        "org",
        "mentoring.example.org",
        "staff.example.org",
        "ample.org",
        "evil.example",
        "https://example.org",
        "*",
    ),
)
@pytest.mark.parametrize("process", ("member", "staff"))
def test_a_domain_that_passkeys_of_both_sites_cannot_have_stops_the_start(typed, process, tmp_path):
    """Before the first key exists: afterwards it cannot be changed."""
    found = python(DOMAIN, tmp_path, MENTORING_PROCESS=process, PASSKEY_DOMAIN=typed, **SITES)

    assert found.returncode != 0
    assert found.stderr.startswith(
        "PASSKEY_DOMAIN: expected a domain that mentoring.example.org and staff.example.org are both in, found "
    )
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "sites", "meant"),
    (
        ("example.org", SITES, "example.org"),
        ("Example.org ", SITES, "example.org"),
        ("", SITES | {"STAFF_URL": "https://staff.mentoring.example.org"}, "mentoring.example.org"),
        ("", {}, "127.0.0.1"),
        ("", SITES, "mentoring.example.org"),
        ("", SITES | {"MENTORING_PROCESS": "staff"}, "staff.example.org"),
    ),
    ids=str,
)
def test_the_domain_of_passkeys_is_the_one_of_both_sites_or_each_has_its_own(typed, sites, meant, tmp_path):
    assert python(DOMAIN, tmp_path, PASSKEY_DOMAIN=typed, **sites).stdout.strip() == meant


@pytest.mark.parametrize(
    ("given", "asked"),
    (({}, "True"), ({"DEMO": "1"}, "False"), ({"DEMO": "1", "STAFF_SECOND_FACTOR": "1"}, "True")),
    ids=str,
)
def test_staff_are_asked_for_a_second_factor_unless_it_is_a_demonstration(given, asked, tmp_path):
    code = "from django.conf import settings; print(settings.STAFF_SECOND_FACTOR)"

    assert python(code, tmp_path, **given).stdout.strip() == asked
