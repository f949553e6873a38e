"""Product 1, 4, 61: joining in two minutes; the answers never tell who is a member already."""

import email
import re
import time

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from factories import HOSTILE, member
from profiles.models import Member
from testing.account_mails import code, confirm, kinds, newest
from testing.pages import main_text
from testing.sign_up import FORM, sign_up

pytestmark = pytest.mark.django_db


def join(client, **changed):
    return sign_up(client, **{"name": "Noor van Dijk"} | changed)


def test_a_name_an_address_a_password_and_being_an_adult_are_enough(client):
    """Product 4."""
    answer = join(client)

    noor = Member.objects.get()
    assert (noor.name, noor.email) == ("Noor van Dijk", "noor@test.example")
    assert noor.adult_at
    assert answer.url == "/accounts/confirm-email/"


@pytest.mark.parametrize("missing", ["name", "email", "password1", "adult", "terms"])
def test_without_one_of_them_nobody_joins_and_the_field_says_so(missing, client):
    page = join(client, **{missing: None})

    assert page.status_code == 200
    assert f'href="#id_{missing}"' in page.content.decode()
    assert Member.objects.count() == 0


def test_nobody_is_in_before_the_code_of_the_mail_was_typed(client):
    join(client)
    assert client.get("/mentors/").status_code == 302
    assert "emailed a code to noor@test.example" in main_text(client.get("/accounts/confirm-email/"))

    assert confirm(client, FORM["email"]).status_code == 302
    assert client.get("/profile/").status_code == 200
    assert Member.objects.get().emailaddress_set.get().verified


def test_the_code_is_in_the_mail_file_that_was_sent(client, settings, tmp_path):
    settings.EMAIL_BACKEND = "mentoring.lib.mailfiles.Backend"
    settings.EMAIL_FILE_PATH = tmp_path
    join(client)
    call_command("send_outbox")

    [file] = tmp_path.glob("*.eml")
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    text = mail.get_body(("plain",)).get_content()
    code = re.search(r"^([A-Z0-9]+-[A-Z0-9]+)\s*$", text, re.M)[1]
    client.post("/accounts/confirm-email/", {"code": code})
    assert Member.objects.get().emailaddress_set.get().verified
    assert mail["To"] == FORM["email"]


def test_whoever_closed_the_page_signs_in_and_is_mailed_another_code(client):
    join(Client())
    cache.clear()
    answer = client.post("/accounts/login/", {"login": FORM["email"], "password": FORM["password1"]})
    assert answer.url == "/accounts/confirm-email/"
    confirm(client, FORM["email"])

    assert client.get("/profile/").status_code == 200


def test_another_code_may_be_asked_for_and_the_first_one_is_gone(client):
    join(client)
    first = code(FORM["email"])
    cache.clear()
    client.post("/accounts/confirm-email/", {"action": "resend"})
    assert code(FORM["email"]) != first
    client.post("/accounts/confirm-email/", {"code": first})
    assert not Member.objects.get().emailaddress_set.get().verified

    confirm(client, FORM["email"])
    assert Member.objects.get().emailaddress_set.get().verified


def test_three_wrong_codes_end_it(client):
    join(client)
    right = code(FORM["email"])
    answers = [client.post("/accounts/confirm-email/", {"code": "WRONG-ONE"}) for _number in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 302]
    client.post("/accounts/confirm-email/", {"code": right})
    assert not Member.objects.get().emailaddress_set.get().verified


def test_a_code_is_good_for_ten_minutes(client, monkeypatch):
    join(client)
    later = time.time() + 601
    monkeypatch.setattr(time, "time", lambda: later)
    confirm(client, FORM["email"])

    assert not Member.objects.get().emailaddress_set.get().verified


@pytest.mark.parametrize("typed", ("{}", " {} ", "{}".lower(), "{}\u200b"))
def test_a_code_is_read_as_it_was_pasted(client, typed):
    join(client)
    client.post("/accounts/confirm-email/", {"code": typed.format(code(FORM["email"]).lower())})

    assert Member.objects.get().emailaddress_set.get().verified


def test_an_address_that_is_taken_gets_the_same_answer_and_a_mail_of_its_own(client):
    """Product 61."""
    member(email=FORM["email"])

    answer = join(client)

    assert answer.url == "/accounts/confirm-email/"
    assert Member.objects.count() == 1
    assert kinds(FORM["email"]) == ["account/account_already_exists"]


def test_the_address_is_the_same_in_capitals(client):
    join(client)
    client.post("/accounts/logout/")
    join(client, email="NOOR@Test.Example")

    assert Member.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["\u200b", "\u3164\u2800", "\u0301", "\U000e0041", "\u00a0\u2060"], ids=ascii
)
def test_a_name_that_nobody_can_see_is_missing(name, client):
    assert 'href="#id_name"' in join(client, name=name).content.decode()
    assert Member.objects.count() == 0


@pytest.mark.parametrize("password", ["short", "password123", "12345678"])
def test_a_weak_password_is_refused_in_words(password, client):
    assert 'href="#id_password1"' in join(client, password1=password).content.decode()


@pytest.mark.parametrize("own", ["Noor van Dijk", "NoorVanDijk1", "noor@test.example"])
def test_a_password_is_not_ones_own_name_or_address(own, client):
    """P15."""
    assert 'href="#id_password1"' in join(client, password1=own).content.decode()
    assert Member.objects.count() == 0


def test_a_weak_password_is_refused_once(client):
    """The form asks about it twice: with the address, and with the name."""
    assert len(join(client, password1="password123").context["form"].errors["password1"]) == 1


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_or_kept_as_text(text, client):
    """Issue 2, bad input."""
    for field in FORM:
        cache.clear()
        answer = join(client, **{field: text})
        assert answer.status_code in (200, 302)
        assert "<script>alert" not in answer.content.decode()
        client.cookies.clear()

    for one in Member.objects.all():
        assert not set(one.name) & set("\n\x00\u202e")
        assert "<script>" not in newest(one.email).html


def test_who_joins_in_french_is_written_to_in_french(client):
    """Product 46, 65."""
    client.post("/accounts/signup/", FORM, headers={"Accept-Language": "fr"})

    assert Member.objects.get().language == "fr"
    assert 'lang="fr"' in newest(FORM["email"]).html
