"""What is written, seen and disclosed of a pair, for several tests."""

import shutil
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.core.management import call_command
from django.utils import timezone

import factories
from privacy.management.commands import disclose as command
from privacy.tests.seen_page import URL
from profiles.models import Member
from testing.logins import PREFIX
from testing.private_texts import write_all

PASSWORD = "secret-enough"  # noqa: S105 anybody's


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


@pytest.fixture
def own_rings(settings, tmp_path):
    """Copies of the rings of this run, to be changed."""
    for name in ("CONFIDENTIAL_KEYRING", "CASE_KEYRING"):
        path = tmp_path / name.lower()
        shutil.copy(getattr(settings, name), path)
        setattr(settings, name, str(path))
    return tmp_path / "confidential_keyring"


@pytest.fixture
def page(as_, mentor, coordinator):
    Member.objects.filter(pk=mentor.pk).update(
        pronouns="they",
        job_title="Keeper",
        employer="Museum of Rain",
        city="Cork",
        country="IE",
        library_type="special",
        languages=["en", "ga"],
        contact="ring-me-77",
    )
    return as_(mentor).get(URL)


@pytest.fixture
def logins(db):
    """The three logins, made for this test's database."""
    call_command("database_logins", prefix=PREFIX)
