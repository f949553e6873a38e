"""Whoever opens page after page of mentors is slowed, and nobody else (ASVS 2.4.1)."""

import pytest
from django.urls import reverse

import factories
from mentoring.lib import scraping

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(settings):
    settings.MENTOR_PAGES = 3
    return settings


def test_the_list_and_the_profiles_count_together(as_, few):
    mentor = factories.mentor()
    client = as_(factories.member())
    for _page in range(2):
        assert client.get(reverse("mentor_list")).status_code == 200
    profile = reverse("mentor_detail", args=[mentor.member.code])
    assert client.get(profile).status_code == 200
    answer = client.get(profile)

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 601
    assert "great many profiles" in answer.content.decode()
    assert mentor.member.name not in answer.content.decode()


def test_others_and_other_pages_go_on(as_, few, client):
    reader, other = factories.member(), factories.member()
    for _page in range(5):
        as_(reader).get(reverse("mentor_list"))

    assert as_(reader).get(reverse("home")).status_code == 200
    assert as_(other).get(reverse("mentor_list")).status_code == 200


def test_ten_minutes_later_it_begins_anew(as_, few, monkeypatch):
    client = as_(factories.member())
    monkeypatch.setattr(scraping.time, "time", lambda: 1_000_000.0)
    answers = [client.get(reverse("mentor_list")).status_code for _page in range(5)]
    monkeypatch.setattr(scraping.time, "time", lambda: 1_000_601.0)

    assert answers == [200, 200, 200, 429, 429]
    assert client.get(reverse("mentor_list")).status_code == 200


def test_none_is_no_limit(as_, settings):
    settings.MENTOR_PAGES = 0
    client = as_(factories.member())

    assert {client.get(reverse("mentor_list")).status_code for _page in range(5)} == {200}


def test_a_process_remembers_no_more_than_so_many(monkeypatch, few):
    monkeypatch.setattr(scraping, "MOST_KEPT", 10)
    for reader in range(50):
        scraping._count(reader)

    assert len(scraping._seen) == 10
