"""Products 2 and 4: each person on the list is told once, by one mail with three doors, and may say no for good."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

import factories
from joining import offers
from joining.models import RosterEntry
from joining.tests.welcome_pages import JOIN, page_of, person
from mail.models import OutgoingMail
from profiles.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_a_day(settings):
    from dataclasses import replace

    settings.PROGRAMME_NUMBERS = replace(settings.PROGRAMME_NUMBERS, welcome_mails_a_day=2)


def test_each_is_told_once_and_only_so_many_a_day(entry):
    for number in range(3):
        person(f"p{number}@library.example")
    now = timezone.now().replace(hour=12)

    assert [offers.send_welcome_mails(now) for _turn in range(3)] == [2, 0, 0]
    assert offers.send_welcome_mails(now + timedelta(days=1)) == 2
    assert offers.send_welcome_mails(now + timedelta(days=2)) == 0
    mails = OutgoingMail.objects.filter(kind="joining/welcome")
    assert len(set(mails.values_list("address", flat=True))) == mails.count() == 4


@pytest.mark.parametrize(
    "facts", [{"state": "lapsed"}, {"declined_at": timezone.now()}, {"missing_since": timezone.now()}]
)
def test_nobody_else_is_told(facts):
    person("zoe@library.example", **facts)

    assert offers.send_welcome_mails() == 0


def test_a_member_is_not_told(entry, mentee):
    RosterEntry.objects.update(member=mentee)

    assert offers.send_welcome_mails() == 0


def test_as_installed_nobody_is_told(entry, settings):
    from mentoring.lib.programme import ProgrammeNumbers

    settings.PROGRAMME_NUMBERS = ProgrammeNumbers()

    assert offers.send_welcome_mails() == 0


def test_looking_changes_nothing(client, entry):
    page = client.get(page_of(entry))

    assert page.status_code == 200 and "Zoe Muller" in page.content.decode()
    assert not Member.objects.exists()


def test_one_click_joins_and_leads_to_the_first_steps(client, entry):
    came = client.post(page_of(entry), JOIN)

    member = Member.objects.get()
    assert came.url == "/" and client.get("/").url == "/start/looking-for/"
    assert (member.name, member.city, member.language) == ("Zoë Müller", "Basel", "fr")
    assert EmailAddress.objects.get(user=member).verified and member.adult_at
    assert client.get("/profile/").status_code == 200
    entry.refresh_from_db()
    assert entry.member == member


def test_the_other_door_leads_to_a_mentor_profile(client, entry):
    assert client.post(page_of(entry), JOIN | {"door": "offer"}).url == "/profile/mentor/"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "odd", [{"name": ""}, {"adult": ""}, {"terms": ""}, {"name": "See www.cheap.example"}]
)
def test_what_is_missing_is_said_and_nothing_is_made(client, entry, odd):
    assert client.post(page_of(entry), JOIN | odd).status_code == 422
    assert not Member.objects.exists()


def test_a_link_works_no_more_once_the_address_has_changed(client, entry):
    page = page_of(entry)
    RosterEntry.objects.update(email="other@library.example")

    assert client.get(page).status_code == 404
    assert client.post(page, JOIN).status_code == 404


@pytest.mark.parametrize("token", ["nonsense", "WzEsIngiXQ.1.2", "%00"])
def test_a_forged_link_says_so(client, token):
    assert client.get(f"/welcome/{token}/").status_code == 404


def test_whoever_has_joined_is_asked_to_sign_in(client, entry):
    client.post(page_of(entry), JOIN)
    client.logout()

    assert "joined already" in client.get(page_of(entry)).content.decode()
    assert "joined already" in client.post(page_of(entry), JOIN).content.decode()
    assert Member.objects.count() == 1


def test_an_account_of_that_address_is_not_taken_over(client, entry):
    there = factories.member(email=entry.email)
    EmailAddress.objects.update_or_create(user=there, email=entry.email, defaults={"verified": True})

    assert "joined already" in client.post(page_of(entry), JOIN).content.decode()
    assert client.get("/profile/").status_code == 302


def test_what_a_stranger_began_with_the_address_goes(client, entry):
    stranger = Member.objects.create_user(entry.email, "their own password 7", name="Stranger")
    EmailAddress.objects.create(user=stranger, email=entry.email, verified=False, primary=True)

    client.post(page_of(entry), JOIN)

    member = Member.objects.get()
    assert member.name == "Zoë Müller" and not member.check_password("their own password 7")
