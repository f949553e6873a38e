"""Passwords in one Unicode form (NIST SP 800-63B): "mañana" is one word on every keyboard."""

import unicodedata


def normalized_password(typed):
    """In NFKC, as it is hashed. None stays None: a password that never fits."""
    return typed if typed is None else unicodedata.normalize("NFKC", typed)


def password_forms(typed):
    """What a hash is compared with: the normalised form, then the one that was typed, if it is another.

    The second is how passwords were hashed before. An unknown address has to cost as many hashes (P14).
    """
    return list(dict.fromkeys((normalized_password(typed), typed)))
