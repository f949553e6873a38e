"""`manage.py demo`: people through the services, and nobody twice."""

import pytest
from django.core.management import CommandError, call_command

from demo.people import PASSWORD, PEOPLE
from directory.models import Listing
from profiles.models import Member

pytestmark = pytest.mark.django_db


def test_twice_is_as_good_as_once(client):
    call_command("demo")
    before = list(Member.objects.order_by("pk").values("pk", "email", "name"))
    call_command("demo")

    assert list(Member.objects.order_by("pk").values("pk", "email", "name")) == before
    assert len(before) == len(PEOPLE) + 40
    assert Listing.objects.filter(listed=True).count() == 40


@pytest.mark.any_database
def test_everybody_of_the_sign_in_page_comes_in_with_its_password(client):
    call_command("demo")

    for address in [*PEOPLE, "rosalind-achterberg@demo.example"]:
        client.post("/accounts/login/", {"login": address, "password": PASSWORD})
        assert client.get("/profile/").status_code == 200
        client.post("/accounts/logout/")


@pytest.mark.any_database
def test_who_was_removed_is_added_again_and_who_was_changed_is_left():
    call_command("demo")
    Member.objects.filter(email="newcomer@demo.example").delete()
    Member.objects.filter(email="mentee@demo.example").update(name="Amina Newname")
    call_command("demo")

    assert Member.objects.filter(email="newcomer@demo.example").exists()
    assert Member.objects.get(email="mentee@demo.example").name == "Amina Newname"


def test_outside_the_demonstration_it_does_nothing(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("demo")
    call_command("prepare_demo")
    assert Member.objects.count() == 0


def test_a_database_with_people_in_it_is_left_alone(mentee):
    call_command("prepare_demo")

    assert Member.objects.count() == 1


def test_without_a_key_ring_it_says_so_in_one_line(db, settings, tmp_path):
    settings.DEMO, settings.CONFIDENTIAL_KEYRING = True, str(tmp_path / "none")

    with pytest.raises(CommandError, match="none is missing. new_keyring makes one"):
        call_command("demo")
