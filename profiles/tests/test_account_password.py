"""P15, P16: a new password needs the old one, is not a weak one, and the member is told of it."""

import pytest

from factories import HOSTILE
from profiles.models import Member
from testing.account_mails import kinds, newest
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/accounts/password/change/"
OLD, NEW = "secret-enough", "a-long-winter-night"


@pytest.fixture
def signed_in(client, mentee):
    client.post("/accounts/login/", {"login": mentee.email, "password": OLD})
    return client


def change(client, *, old=OLD, new=NEW, again=None):
    again = new if again is None else again
    return client.post(PAGE, {"oldpassword": old, "password1": new, "password2": again})


def fits(mentee, password):
    return Member.objects.get(pk=mentee.pk).check_password(password)


def test_the_new_password_fits_and_the_old_one_does_not(signed_in, mentee):
    assert change(signed_in).status_code == 302

    assert fits(mentee, NEW) and not fits(mentee, OLD)


def test_the_member_is_told_by_mail_which_does_not_hold_it(signed_in, mentee):
    change(signed_in)

    assert kinds(mentee.email) == ["account/password_changed"]
    assert NEW not in newest(mentee.email).text + newest(mentee.email).html


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"old": "not-this-one"}, "oldpassword"),
        ({"old": ""}, "oldpassword"),
        ({"new": ""}, "password1"),
        ({"new": "short"}, "password1"),
        ({"new": "password123"}, "password1"),
        ({"again": "a-long-winter-day"}, "password2"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(wrong, field, signed_in, mentee):
    answer = change(signed_in, **wrong)

    assert f'href="#id_{field}"' in answer.content.decode()
    assert fits(mentee, OLD)
    assert kinds(mentee.email) == []


@pytest.mark.parametrize("own", ["Amina Otieno", "amina.otieno1", "member-of-test@test.example"])
def test_a_password_is_not_ones_own_name_or_address(own, signed_in, mentee):
    Member.objects.filter(pk=mentee.pk).update(email="member-of-test@test.example")

    assert 'href="#id_password1"' in change(signed_in, new=own).content.decode()
    assert fits(mentee, OLD)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_as_a_password_is_refused_or_fits(name, signed_in, mentee):
    answer = change(signed_in, new=HOSTILE[name])

    assert answer.status_code in (200, 302)
    assert fits(mentee, HOSTILE[name] if answer.status_code == 302 else OLD)
    assert "<script>alert" not in answer.content.decode()


def test_what_was_typed_is_not_shown_again(signed_in):
    page = change(signed_in, old="not-this-one").content.decode()

    assert "not-this-one" not in page and NEW not in page


def test_too_many_wrong_old_passwords_have_to_wait(signed_in, mentee):
    for _ in range(12):
        change(signed_in, old="not-this-one")

    change(signed_in)
    assert fits(mentee, OLD)


def test_signed_out_nobody_changes_a_password(client, mentee):
    assert change(client).url.startswith("/accounts/login/")
    assert fits(mentee, OLD)


def test_somebody_without_a_password_chooses_one_and_is_told(as_, mentee):
    """As after an import: they signed in by a mailed code."""
    mentee.set_unusable_password()
    mentee.save()
    client = as_(mentee)

    assert "password1" in client.get("/accounts/password/set/").content.decode()
    client.post("/accounts/password/set/", {"password1": NEW, "password2": NEW})
    assert fits(mentee, NEW)
    assert kinds(mentee.email) == ["account/password_set"]


def test_the_page_says_what_it_is_for(signed_in):
    assert "password" in main_text(signed_in.get(PAGE)).lower()
