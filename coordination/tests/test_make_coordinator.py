"""A coordinator is made, and unmade, by name and by hand."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_a_coordinator_is_made_and_unmade(mentee, capsys):
    call_command("make_coordinator", mentee.email.upper())
    mentee.refresh_from_db()
    assert mentee.is_staff and mentee.groups.exists()

    call_command("make_coordinator", mentee.email, "--no-longer")
    mentee.refresh_from_db()
    assert not mentee.is_staff and not mentee.groups.exists()
    assert capsys.readouterr().out == "Done.\nTaken back.\n"


def test_an_address_that_nobody_has_confirmed_makes_no_coordinator(mentee, client, staff_site):
    """A6: a stranger had signed up with the address of a coordinator to be."""
    mentee.emailaddress_set.update(verified=False)
    with pytest.raises(CommandError, match="Nobody has confirmed this address"):
        call_command("make_coordinator", mentee.email)

    mentee.refresh_from_db()
    assert not mentee.is_staff and not mentee.groups.exists()
    call_command("make_coordinator", mentee.email, "--no-longer")


@pytest.mark.parametrize("how", ("unconfirmed", "of another address", "none"))
def test_staff_without_a_confirmed_address_do_not_come_in(how, coordinator, client, staff_site):
    """A6, at the door itself: whatever made them staff."""
    addresses = coordinator.emailaddress_set
    if how == "unconfirmed":
        addresses.update(verified=False)
    elif how == "none":
        addresses.all().delete()
    else:
        addresses.update(email="another@test.example")
    answer = client.post("/admin/login/", {"username": coordinator.email, "password": "secret-enough"})
    wrong = client.post("/admin/login/", {"username": coordinator.email, "password": "wrong"})

    assert client.get("/admin/").status_code == 302
    assert answer.context["form"].errors == wrong.context["form"].errors


def test_staff_with_a_confirmed_address_come_in(coordinator, client, staff_site):
    """The test above can fail."""
    client.post("/admin/login/?next=/admin/", {"username": coordinator.email, "password": "secret-enough"})

    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("command", ("make_coordinator", "make_officer"))
def test_every_part_that_is_given_by_hand_asks_for_a_confirmed_address(command, mentee):
    """Officers open texts for a court."""
    mentee.emailaddress_set.update(verified=False)
    with pytest.raises(CommandError, match="Nobody has confirmed"):
        call_command(command, mentee.email)


def test_nobody_of_that_address_is_said_in_one_line(db):
    with pytest.raises(CommandError, match="Nobody has this address"):
        call_command("make_coordinator", "nobody@test.example")
