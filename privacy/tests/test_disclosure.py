"""Disclosure under law: two officers, a sealed file, and nothing less (product 32, P30)."""

import json
import shutil
import subprocess
from datetime import date

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key, pkcs7
from django.core.management import CommandError

import factories
from privacy.models import Disclosure, DisclosureNotice
from privacy.tests.conftest import PASSWORD
from testing.private_texts import MARKER


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
