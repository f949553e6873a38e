"""The link that proves a certificate: open to whoever has it, and to nobody else (product 67)."""

import pytest
from django.core.cache import cache
from django.test import Client

from privacy.erasure import erase_member
from recognition.models import Certificate
from recognition.models.certificate import hash_of_token, new_token
from recognition.services import certificates
from recognition.tests.conftest import LAST_YEAR, proof


def test_it_says_in_a_sentence_what_is_confirmed(client, certificate, settings):
    settings.ASSOCIATION_NAME = "The Reading Association"

    page = client.get(proof(certificate.token)).content.decode()

    assert (
        "The Reading Association confirms that Rosalind Achterberg took part in its mentoring programme"
        in page
    )
    assert f"as a mentor from March {LAST_YEAR} until at least" in page
    assert "This certificate is valid." in page


def test_it_says_so_in_the_language_of_the_reader(certificate):
    for language, words in (("es", f"desde marzo de {LAST_YEAR}"), ("fr", f"entre mars {LAST_YEAR}")):
        page = Client(headers={"Accept-Language": language}).get(proof(certificate.token)).content.decode()

        assert words in page, language


def test_no_cache_and_no_search_engine_keeps_it(client, certificate):
    answer = client.get(proof(certificate.token))

    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex' in answer.content.decode()


def test_it_names_nobody_else_and_no_day_of_the_mentorship(client, certificate, mentee, long_pair):
    page = client.get(proof(certificate.token)).content.decode()

    for told in (mentee.name, mentee.first_name, str(long_pair.code), f"17 March {LAST_YEAR}"):
        assert told not in page


@pytest.mark.parametrize("forged", ("", "x", "é", "a" * 43, "a" * 3000, "%00", "..%2f"))
def test_a_guess_finds_nothing(client, certificate, forged):
    """Bad input: guessed or forged."""
    answer = client.get(f"/certificates/{forged}/")

    assert answer.status_code == 404
    assert "Rosalind" not in answer.content.decode()


def test_one_letter_more_less_or_other_is_none(client, certificate):
    token = certificate.token
    for wrong in (token[:-1], token + "A", token.swapcase(), certificate.token_hash, str(certificate.code)):
        answer = client.get(proof(wrong))

        assert answer.status_code == 404
        assert "There is no such certificate" in answer.content.decode()


def test_withdrawn_is_told_to_who_has_the_link_and_nothing_else(client, certificate):
    """Bad input: revoked. Whoever guesses cannot hold 256 bits; whoever was given them is told the truth."""
    token = certificate.token
    assert certificates.revoke(certificate)

    answer = client.get(proof(token))
    page = answer.content.decode()

    assert answer.status_code == 410
    assert "This certificate was withdrawn" in page
    assert "Rosalind" not in page and "mentor from" not in page
    assert "noindex" in answer["X-Robots-Tag"]


def test_withdrawn_what_it_said_is_gone_from_the_row(certificate):
    certificates.revoke(certificate)

    row = Certificate.objects.get(pk=certificate.pk)
    assert (row.name, row.months, row.minutes, row.token) == ("", [], None, "")


def test_only_a_hash_is_in_the_database(certificate):
    """A copy of the database shows no link."""
    token = certificate.token
    row = Certificate.objects.filter(pk=certificate.pk).values().get()

    assert token not in str(row)
    assert row["token_hash"] == hash_of_token(token)
    assert len(new_token()) == 43


def test_when_its_member_has_left_the_link_says_nothing(client, mentor, certificate):
    token = certificate.token
    erase_member(mentor, leave_words=True)

    assert client.get(proof(token)).status_code == 404
    assert not Certificate.objects.exists()


def test_who_tries_many_is_stopped_for_a_while_and_a_right_link_never_counts(client, certificate):
    cache.clear()
    right = proof(certificate.token)
    for _n in range(40):
        assert client.get(right).status_code == 200
    answers = [client.get(proof(f"guess-{n}")).status_code for n in range(31)]

    assert answers == [404] * 30 + [429]
    assert client.get(right).status_code == 429  # the network is told to wait, whatever it asks
    assert Client(REMOTE_ADDR="203.0.113.9").get(right).status_code == 200


def test_looking_changes_nothing_and_no_other_method_is_taken(client, certificate):
    before = Certificate.objects.values("months", "minutes", "revoked_at", "token_hash").get()
    assert client.post(proof(certificate.token)).status_code == 405
    client.get(proof(certificate.token))

    assert Certificate.objects.values("months", "minutes", "revoked_at", "token_hash").get() == before
    assert client.session.is_empty()
