"""Disclosure under law: two officers, a sealed file, a record that stays, notice to the two (product 32, P30)."""

import json
import shutil
import subprocess
from datetime import date, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs7,
)
from cryptography.x509.oid import NameOID
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import get_resolver
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from privacy import disclosure_log, disclosure_notices
from privacy.management.commands import disclose as command
from privacy.models import Disclosure, DisclosureNotice
from testing.private_texts import MARKER, write_all
from testing.world import routes

PASSWORD = "secret-enough"


@pytest.fixture
def written(mentor, mentee):
    return write_all(mentor, mentee)


@pytest.fixture
def officers(db):
    """Two, named by hand."""
    found = [factories.member(name=name) for name in ("First Officer", "Second Officer")]
    for member in found:
        call_command("make_officer", member.email)
    return found


@pytest.fixture
def recipient(tmp_path):
    """A certificate and its private key."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "court")])
    now = timezone.now()
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now).not_valid_after(now + timedelta(days=2))
    made = builder.sign(key, hashes.SHA256())
    (tmp_path / "court.pem").write_bytes(made.public_bytes(Encoding.PEM))
    (tmp_path / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return tmp_path / "court.pem"


@pytest.fixture
def run(written, officers, recipient, tmp_path, monkeypatch):
    """`run(**changes)`: the command, with a right order unless changed."""

    def call(passwords=(PASSWORD, PASSWORD), **changes):
        typed = iter(passwords)
        monkeypatch.setattr(command, "getpass", lambda prompt: next(typed))
        order = {
            "mentorship": str(written.code),
            "officer": [o.email for o in officers],
            "reference": "Case 12/2026",
            "kind": ["feedback.feedback", "feedback.feedbackanswer"],
            "recipient": str(recipient),
            "out": str(tmp_path / "sealed.der"),
        }
        call_command("disclose", **order | changes)

    return call


def unseal(folder):
    """By openssl where it is there, as a court would; otherwise by the library."""
    if shutil.which("openssl"):
        call = [
            "openssl",
            "cms",
            "-decrypt",
            "-inform",
            "DER",
            "-binary",
            "-in",
            folder / "sealed.der",
            "-recip",
            folder / "court.pem",
            "-inkey",
            folder / "key.pem",
        ]
        return json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
    certificate = x509.load_pem_x509_certificate((folder / "court.pem").read_bytes())
    key = load_pem_private_key((folder / "key.pem").read_bytes(), None)
    sealed = (folder / "sealed.der").read_bytes()
    return json.loads(pkcs7.pkcs7_decrypt_der(sealed, certificate, key, []))


def test_the_recipient_alone_reads_what_the_order_covers(run, tmp_path, mentor):
    """Sealed: only the named kinds, no draft, and not a byte in clear."""
    run()
    sealed, opened = (tmp_path / "sealed.der").read_bytes(), unseal(tmp_path)

    assert MARKER.encode() not in sealed
    assert {text["kind"] for text in opened["texts"]} == {
        "feedback.feedback.letter",
        "feedback.feedback.works",
        "feedback.feedback.better",
        "feedback.feedback.next_time",
        "feedback.feedbackanswer.text",
    }
    assert len(opened["texts"]) == 10
    assert not [text for text in opened["texts"] if "draft" in text["words"]]
    assert mentor.email not in json.dumps(opened)


def test_a_scope_in_time_is_kept(run, tmp_path):
    """Nothing outside of the days named."""
    run(begin=date(2020, 1, 1), end=date(2020, 2, 1))

    assert unseal(tmp_path)["texts"] == []


LESS = (
    ({"officer": ["one@test.example"]}, "two different officers"),
    ({"reference": " "}, "needs the reference"),
    ({"kind": []}, "which kinds"),
    ({"kind": ["profiles.member"]}, "which kinds"),
    ({"mentorship": "00000000-0000-4000-8000-000000000000"}, "no such mentorship"),
    ({"mentorship": "mine"}, "expected the code"),
    ({"barred": date(2020, 1, 1)}, "end in the future"),
    ({"recipient": "/nowhere.pem"}, "cannot be read"),
    ({"recipient": __file__}, "no PEM certificate"),
    ({"out": "/nowhere/at/all"}, "cannot be written"),
    ({"out": None}, "Missing: --out"),
    ({"passwords": (PASSWORD, "wrong")}, "no disclosure officer"),
)


def test_anything_less_is_refused_and_leaves_nothing(run, tmp_path):
    """P30, bad input: no file, no record, no notice."""
    factories.member(email="one@test.example")
    for changes, why in LESS:
        with pytest.raises(CommandError, match=why):
            run(**changes)

        assert not Disclosure.objects.exists(), why
        assert not DisclosureNotice.objects.exists(), why
        assert not (tmp_path / "sealed.der").exists(), why


def test_one_officer_twice_or_a_coordinator_is_not_enough(run, officers, coordinator):
    """P30: impossible with one officer."""
    first = officers[0].email
    for pair in ([first, first.upper()], [first, coordinator.email], [first]):
        with pytest.raises(CommandError, match="two different|no disclosure officer"):
            run(officer=pair)
    officers[1].is_active = False
    officers[1].save()
    with pytest.raises(CommandError, match="no disclosure officer"):
        run()


def test_a_process_without_the_ring_discloses_nothing(run, settings):
    """Staff site and worker cannot, whoever types."""
    settings.CONFIDENTIAL_KEYRING = ""
    with pytest.raises(CommandError, match="no key ring"):
        run()


def test_an_existing_file_is_never_overwritten(run, tmp_path):
    """Bad input."""
    (tmp_path / "sealed.der").write_text("something else")
    with pytest.raises(CommandError, match="cannot be written"):
        run()
    assert (tmp_path / "sealed.der").read_text() == "something else"


def test_the_record_is_a_chain_and_a_change_is_found(run, tmp_path, capsys):
    """Each row holds the hash of the one before."""
    for number in range(3):
        run(out=str(tmp_path / f"{number}.der"))
    call_command("disclose", verify=True)
    assert "whole: 3 disclosures" in capsys.readouterr().out

    _past_the_trigger("UPDATE privacy_disclosure SET reference = 'another' WHERE number = 2")
    with pytest.raises(CommandError, match="row 2"):
        call_command("disclose", verify=True)


def test_a_row_taken_out_is_found(run, tmp_path):
    """The chain has no gaps."""
    for number in range(3):
        run(out=str(tmp_path / f"{number}.der"))
    DisclosureNotice.objects.all().delete()
    _past_the_trigger("DELETE FROM privacy_disclosure WHERE number = 2")

    assert disclosure_log.broken_at() == 2


def _past_the_trigger(statement):
    """As somebody with the whole database in hand."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            connection.check_constraints()
            cursor.execute("ALTER TABLE privacy_disclosure DISABLE TRIGGER USER")
        else:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER privacy_disclosure_no_{verb}")
        cursor.execute(statement)


@pytest.mark.parametrize(
    "change", ("UPDATE privacy_disclosure SET officer = 'x'", "DELETE FROM privacy_disclosure")
)
def test_the_database_refuses_to_change_a_row(change, run):
    """Append-only, below the code."""
    run()
    DisclosureNotice.objects.all().delete()

    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_both_are_told_at_once(run, mentor, mentee):
    """Product 32: the mail says that, when and under which reference; no word of theirs."""
    run()

    assert disclosure_notices.tell_due() == 2
    told = OutgoingMail.objects.filter(kind="privacy/disclosed")
    assert {letter.to_id for letter in told} == {mentor.pk, mentee.pk}
    for letter in told:
        assert "Case 12/2026" in letter.text
        assert MARKER not in letter.text + letter.html
    assert disclosure_notices.tell_due() == 0


def test_a_bar_ends(run):
    """Told when the law no longer forbids it."""
    until = timezone.now().date() + timedelta(days=90)
    run(barred=until)

    assert disclosure_notices.tell_due() == 0
    assert disclosure_notices.tell_due(until - timedelta(days=1)) == 0
    assert disclosure_notices.tell_due(until) == 2


def test_no_page_leads_there():
    """No web page exists for it."""
    for urlconf in ("mentoring.urls", "mentoring.urls_staff"):
        get_resolver(urlconf)
        assert not [key for key, pattern, _names in routes(urlconf) if "disclos" in key + pattern]
