"""What the doctor says of mail: the server, the mailbox, the records of the domains. Never a password."""

import dns.resolver
import pytest

from mail import doctor
from mail.incoming import imap
from mentoring.lib.registry.doctor import Level

SERVERS = "testing.smtp_servers"
RECORDS = {
    ("lib.example", "TXT"): ["v=spf1 mx -all"],
    ("_dmarc.lib.example", "TXT"): ["v=DMARC1; p=none"],
    ("lib.example", "MX"): ["10 mx.lib.example."],
}


@pytest.fixture(autouse=True)
def ours(settings):
    """A programme that sends and receives."""
    settings.EMAIL_BACKEND = doctor.SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.DEMO = "127.0.0.1", 1, False
    settings.DEFAULT_FROM_EMAIL = "Mentoring <mentoring@lib.example>"
    settings.BOUNCE_ADDRESS = settings.CALENDAR_ADDRESS = "back@lib.example"
    settings.MAIL_INBOX = None


@pytest.fixture
def records(monkeypatch):
    """`records({(domain, kind): texts})`: what the DNS has; an exception is raised."""

    class Text:
        def __init__(self, text):
            self.strings = [text.encode()]

    def have(known):
        def resolve(domain, kind, lifetime):
            found = known.get((domain, kind))
            if found is None:
                raise dns.resolver.NoAnswer
            if isinstance(found, Exception):
                raise found
            return [Text(text) for text in found]

        monkeypatch.setattr(dns.resolver, "resolve", resolve)

    return have


def said(hook):
    return [(finding.level, finding.subject) for finding in hook()]


def test_a_server_that_is_not_there_is_wrong():
    assert said(doctor.mail_servers) == [(Level.WRONG, "EMAIL_URL")]


@pytest.mark.parametrize(("server", "level"), [("Locked", Level.WRONG), ("Closed", Level.WRONG)])
def test_a_server_that_does_not_let_us_in_is_wrong(server, level, monkeypatch):
    from testing import smtp_servers

    monkeypatch.setattr(doctor, "get_connection", lambda timeout: getattr(smtp_servers, server)())
    (finding,) = doctor.mail_servers()
    assert finding.level == level and "Bad credentials" not in finding.sentence


def test_mails_into_files_are_wrong_unless_it_is_a_demonstration(settings):
    settings.EMAIL_BACKEND = "mentoring.lib.mailfiles.Backend"
    assert said(doctor.mail_servers) == [(Level.WRONG, "EMAIL_URL")]
    settings.DEMO = True
    assert said(doctor.mail_servers) == [(Level.OK, "EMAIL_URL")]
    assert said(doctor.mail_records) == []


@pytest.mark.parametrize(("opens", "level"), [(None, Level.OK), (imap.NoInbox("…"), Level.WRONG)])
def test_the_mailbox_is_opened(opens, level, settings, monkeypatch):
    def try_inbox():
        if opens:
            raise opens

    settings.MAIL_INBOX = {"host": "imap.lib.example"}
    monkeypatch.setattr(imap, "try_inbox", try_inbox)
    assert (level, "MAIL_INBOX") in said(doctor.mail_servers)


def test_records_that_are_there_leave_dkim_to_look_at(records):
    records(RECORDS)
    assert said(doctor.mail_records) == [(Level.LOOK, "DKIM")]


@pytest.mark.parametrize(
    ("gone", "finding"),
    [
        (("lib.example", "TXT"), (Level.WRONG, "SPF")),
        (("_dmarc.lib.example", "TXT"), (Level.LOOK, "DMARC")),
        (("lib.example", "MX"), (Level.WRONG, "MX")),
    ],
)
def test_a_record_that_is_missing_is_named(gone, finding, records):
    records({name: texts for name, texts in RECORDS.items() if name != gone})
    assert finding in said(doctor.mail_records)


def test_no_answer_is_no_verdict(records):
    records({("lib.example", "TXT"): dns.resolver.NoNameservers()})
    assert said(doctor.mail_records) == [(Level.LOOK, "DNS")]
