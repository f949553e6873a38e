"""The alarms ask for figures that exist, and each has a section that says what to do."""

import re

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from coordination.backups import report_backup
from mentoring.lib import jobs

RULES = (settings.BASE_DIR / "deploy" / "prometheus" / "alerts.yml").read_text()
ALARMS = (settings.BASE_DIR / "docs" / "alarms.md").read_text()
TOKEN = "t" * 32
NAME = re.compile(r"\bmentoring_[a-z_]+\b")
ALERT = re.compile(r"- alert: (\w+)(.*?)(?=- alert:|\Z)", re.DOTALL)


def unknown(expressions, page):
    """Names of figures that stand in no line of `/metrics`."""
    there = {re.match(r"[a-z_]+", line)[0] for line in page.splitlines() if not line.startswith("#")}
    return set(NAME.findall(expressions)) - there


@pytest.mark.django_db
def test_every_figure_that_a_rule_asks_for_is_there(client, settings):
    settings.METRICS_TOKEN = TOKEN
    jobs.start()
    jobs.record_failures()
    report_backup(succeeded=True, place="", at=timezone.now())
    client.post("/accounts/login/", {"login": "nobody@test.example", "password": "not this one"})
    page = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    cache.clear()
    expressions = "".join(re.findall(r"expr: (.*)", RULES))

    assert unknown(expressions, page) == set()
    assert unknown("mentoring_mail_lost > 1", page) == {"mentoring_mail_lost"}


def test_every_alarm_has_a_section_and_every_section_an_alarm():
    alerts = ALERT.findall(RULES)
    sections = re.findall(r"^## (\w+)$", ALARMS, re.MULTILINE)

    assert len(alerts) > 10
    assert [name for name, _rule in alerts] == sections
    for name, rule in alerts:
        assert f"runbook: docs/alarms.md#{name.lower()}\n" in rule
        assert (
            re.search(r"severity: (page|look)\}", rule)[1]
            == re.search(rf"^## {name}\n\n\*(page|look)", ALARMS, re.MULTILINE)[1]
        )
