"""The rules of a password speak to the reader as all other pages do."""

from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils import translation


def test_spanish_says_tu_as_everywhere():
    with translation.override("es"):
        rules = password_validators_help_texts()
    assert rules and all(rule.startswith("Tu contraseña") for rule in rules)
