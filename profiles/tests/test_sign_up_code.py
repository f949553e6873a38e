"""Product 1, 61: the mailed code that confirms an address, before anybody is in."""

import email
import re
import time

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from profiles.models import Member
from profiles.tests.sign_up_form import join
from testing.account_mails import code, confirm
from testing.pages import main_text
from testing.sign_up import FORM

pytestmark = pytest.mark.django_db


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
