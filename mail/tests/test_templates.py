"""Every mail there is can be written, says where to go once, and cannot be bent by a name."""

import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import allauth.account
import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation

from mail.outgoing.render import FILES, render_part
from mail.tests.mail_contexts import EMAILS, HOSTILE, KINDS, MAILS, MISSING, context, links
from mentoring.lib.programme import numbers

NO_LINK = {
    "privacy/account_closed",
    "profiles/account_suspended",
    "account/email_changed",
    "account/login_code",
    "account/email_confirmation",
    "account/email_confirmation_signup",
    "sso/address_code",
    "coordination/role_taken",
}
SEVERAL = {  # one answer each, or one thing each
    "reminders/checkin": 4,
    "reminders/first_move": 2,
    "reminders/first_agenda": 2,
    "reminders/first_choice": 3,
    "mail/digest": 2,
    "outreach/invited_colleague": 2,
    "matching/wish_suggested": 3,
}


@pytest.fixture(params=MAILS, ids=lambda mail: "-".join((mail[0], *mail[1])))
def mail(request, monkeypatch):
    kind, more = request.param
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", MISSING)
    parts = {part: render_part(kind, part, context(kind, **more)) for part in FILES}
    return SimpleNamespace(kind=kind, **parts)


def test_every_part_has_words_and_everything_they_name(mail):
    for words in (mail.subject, mail.text, mail.html):
        assert words.strip()
        assert MISSING not in words


def test_the_subject_is_one_short_line(mail):
    assert len(mail.subject.splitlines()) == 1
    assert len(mail.subject.replace(" ".join(HOSTILE.split()), "")) <= 78


def test_text_keeps_a_blank_line_between_paragraphs(mail):
    assert "\n\n\n" not in mail.text
    assert not re.search(r"^[ \t]|[ \t]$", mail.text, re.MULTILINE)
    assert 3 <= len(mail.text.strip().split("\n\n")) <= 8


def test_text_says_names_as_they_are_and_html_makes_them_harmless(mail):
    assert "&lt;" not in mail.text
    assert "<script" not in mail.html
    assert mail.text.count("<script>") == mail.html.count("&lt;script&gt;")


def test_both_bodies_carry_the_same_single_link(mail):
    expected = 0 if mail.kind in NO_LINK else SEVERAL.get(mail.kind, 1)
    assert len(links(mail.text)) == expected
    assert links(unescape(mail.html)) == links(mail.text)
    assert mail.html.count("<a ") == expected


def test_text_and_html_say_the_same(mail):
    body = mail.html.partition('<div class="sheet">')[2]
    plain = unescape(re.sub(r"<[^>]*>", " ", body))
    assert plain.split() == mail.text.split()


def test_html_fetches_nothing_and_has_one_constant_style(mail):
    base = (EMAILS / "base.html").read_text()
    style = base[base.index("<style>") : base.index("</style>")]
    assert "{{" not in style and "{%" not in style
    assert mail.html.count("<style") == 1 and style in mail.html
    for word in ("src=", "style=", "url(", "@import", "<link"):
        assert word not in mail.html


def test_the_language_of_the_mail_is_named():
    with translation.override("es"):
        html = render_part("account/login_code", "html", context("account/login_code"))
    assert '<html lang="es">' in html


def test_every_mail_that_allauth_may_send_has_its_words():
    found = set()
    for file in Path(allauth.account.__file__).parent.rglob("*.py"):
        if "tests" not in file.parts:
            found |= set(re.findall(r'"account/email/(\w+)"', file.read_text()))
    by_code = {"password_reset_code"}  # only with ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED
    assert not getattr(settings, "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED", False)
    written = {kind.removeprefix("account/") for kind in KINDS if kind.startswith("account/")}
    assert found - by_code == written


def test_the_times_that_mails_promise_are_those_of_the_settings():
    from allauth.account import app_settings

    from sso import arrivals

    assert app_settings.LOGIN_BY_CODE_TIMEOUT == arrivals.VALID_SECONDS == 10 * 60
    assert app_settings.EMAIL_CONFIRMATION_EXPIRE_DAYS == 3
    assert settings.PASSWORD_RESET_TIMEOUT == 3 * 24 * 3600
    assert numbers().still_willing_days == 365
