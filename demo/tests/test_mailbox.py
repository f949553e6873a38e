"""Issue 2: every mail of the demonstration can be read, as text and as HTML, with its links."""

import os
import re

import pytest
from django.core.management import call_command

from factories import request
from mail.models import OutgoingMail
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
BAD_NAMES = [
    "..",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e",
    "no-such-mail",
    "a" * 500,
    "%00",
    "a%00b",
    "a%0a",
    ".",
    "-",
    "\\..\\x",
    "%C3%A9",
    "~root",
    "*",
]


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "mentoring.lib.mailfiles.Backend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


@pytest.fixture
def sent(mentee, mentor):
    """Two mails about a request, as files."""
    request(mentee, mentor)
    call_command("send_outbox")


def pages(client):
    return re.findall(r'href="(/demo/mail/[^"]+/)"', client.get("/demo/mail/").content.decode())


def test_before_the_first_mail_the_page_says_so(client):
    assert "No emails yet" in main_text(client.get("/demo/mail/"))


def test_every_mail_is_listed_and_read_with_its_links(client, sent, mentee, mentor):
    assert len(set(pages(client))) == 2

    texts = [client.get(page).content.decode() for page in pages(client)]
    assert any("Your request to Rosalind Achterberg has been sent" in text for text in texts)
    assert all(re.search(r'<a href="http://[^"]+/requests/', text) for text in texts)


def test_the_html_stands_alone_and_may_run_nothing(client, sent):
    for page in pages(client):
        answer = client.get(f"{page}html/")
        policy = answer["Content-Security-Policy"]
        assert b"<html" in answer.content
        assert b"\r" not in answer.content  # a browser takes the style's hash without them
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("name", BAD_NAMES)
@pytest.mark.parametrize("tail", ["", "html/"])
def test_a_name_that_is_no_mail_is_a_plain_404(name, tail, client, sent, tmp_path):
    (tmp_path / "passwd.eml").write_bytes(b"Subject: secret\n\nsecret")

    assert client.get(f"/demo/mail/{name}/{tail}").status_code == 404


def test_an_odd_file_in_the_folder_breaks_nothing(client, sent, settings):
    for name, content in (
        ("half.eml", b""),
        ("odd name!.eml", b"x"),
        ("bytes.eml", os.urandom(500)),
        ("dated.eml", b"Date: yesterday\nSubject: =?utf-8?q?=ff?=\n\nHello"),
    ):
        (settings.EMAIL_FILE_PATH / name).write_bytes(content)

    assert client.get("/demo/mail/").status_code == 200
    for page in pages(client):
        assert client.get(page).status_code == 200
        assert client.get(f"{page}html/").status_code == 200


@pytest.mark.parametrize("asked", ["1", "999", "-1", "abc"])
def test_any_page_of_the_list_is_answered(asked, client, sent):
    assert client.get("/demo/mail/", {"page": asked}).status_code == 200


def test_a_subject_is_never_markup(client, mentee, mentor):
    mentor.name = "<script>alert(1)</script>"
    mentor.save()
    request(mentee, mentor)
    call_command("send_outbox")

    assert OutgoingMail.objects.exclude(sent_at=None).count() == 2
    for page in ("/demo/mail/", *pages(client)):
        assert "<script>alert" not in client.get(page).content.decode()
