"""Signing in by plain OAuth 2, against a server in the shape of Wild Apricot."""

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

import factories
from joining.models import RosterEntry
from testing import wild_apricot
from testing.http_servers import running
from testing.wild_apricot import contact

pytestmark = pytest.mark.django_db
JOIN = {"name": "Ada Okafor", "adult": "on", "terms": "on", "time_zone": "Europe/Dublin"}


@pytest.fixture
def server(configure):
    with running(wild_apricot.WildApricot()) as server:
        configure({**wild_apricot.provider(server.address), "verified_addresses": True})
        yield server


@pytest.fixture
def come(client, server):
    def walk(name):
        away = client.post(reverse("sso_start", args=["members"]))
        there = httpx.post(away["Location"], data={"name": name} if name else {})
        return client.get(there.headers["location"].removeprefix("http://127.0.0.1:8000"))

    return walk


def test_a_contact_of_the_membership_system_joins(client, server, come):
    server.people["ada"] = contact(41)
    answer = come("ada")
    client.post(answer["Location"], JOIN)
    entry = RosterEntry.objects.get()

    assert SocialAccount.objects.get().uid == "41"
    assert (entry.external_id, entry.name, entry.job_title) == ("41", "Ada Okafor", "Cataloguer")
    assert entry.employer == "Leeds Public Library"
    assert str(entry.paid_through) == "2027-06-30"


@pytest.mark.parametrize("status", ["Lapsed", "PendingNew"])
def test_whose_membership_has_ended_does_not_get_in(server, come, status):
    server.people["ada"] = contact(42, Status=status)

    assert come("ada").status_code == 403
    assert not SocialAccount.objects.exists()


def test_whoever_turns_back_is_told_that_nothing_has_changed(client, server, come):
    answer = come(None)

    assert answer["Location"] == reverse("socialaccount_login_cancelled")
    assert "Nothing has changed" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("profile", [[], "text", {}, {"Id": None}, {"Id": ""}, {"Id": {}}, [1, 2]])
def test_a_profile_that_names_nobody_is_refused_on_a_page(server, come, profile):
    server.people["odd"] = profile

    assert come("odd").status_code == 401
    assert not SocialAccount.objects.exists()


def test_a_profile_address_that_fails_is_a_sign_in_that_does_not_answer(server, come):
    server.people["ada"], server.profile_status = contact(43), 500

    answer = come("ada")
    assert answer.status_code == 503
    assert "isn’t answering" in answer.content.decode()


def test_another_persons_number_is_another_person(client, server, come):
    known = factories.member(email="contact44@library.example")
    SocialAccount.objects.create(user=known, provider="members", uid="44")
    server.people["other"] = contact(45)
    come("other")

    assert "_auth_user_id" not in client.session
