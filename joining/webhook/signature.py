"""Who sent a webhook, and when: https://www.standardwebhooks.com, with symmetric secrets."""

import base64
import hashlib
import hmac
import re
from datetime import UTC, datetime, timedelta

WINDOW = timedelta(minutes=5)  # either way: what is older may be a replay
MOST_SIGNATURES = 20
ID = re.compile(r"[\x21-\x7e]{1,128}")
SECONDS = re.compile(r"[0-9]{1,11}")


class BadSignature(Exception):
    """Nobody with one of our secrets has sent this just now. Carries why, without a word of what was sent."""


def sign(key, webhook_id, seconds, body):
    """The signature of a body (bytes) under a key (bytes), as it stands in the header."""
    signed = b".".join((webhook_id.encode(), str(seconds).encode(), body))
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def verify(headers, body, keys, now):
    """(webhook-id, when it was sent) of what is signed with one of these keys. BadSignature for all else."""
    webhook_id = headers.get("webhook-id", "")
    seconds = headers.get("webhook-timestamp", "")
    if not ID.fullmatch(webhook_id):
        raise BadSignature("webhook-id is missing, or has more than 128 characters")
    if not SECONDS.fullmatch(seconds):
        raise BadSignature("webhook-timestamp is missing, or isn't in seconds")
    given = headers.get("webhook-signature", "").split(" ")[:MOST_SIGNATURES]
    if not _matches(given, [sign(key, webhook_id, seconds, body) for key in keys]):
        raise BadSignature("webhook-signature doesn't match")
    sent_at = datetime.fromtimestamp(int(seconds), UTC)
    if abs(now - sent_at) > WINDOW:
        raise BadSignature("webhook-timestamp is more than five minutes away from now")
    return webhook_id, sent_at


def _matches(given, expected):
    """Compared one and all, in the same time whatever matches."""
    found = [
        hmac.compare_digest(one.encode("utf-8", "replace"), ours.encode())
        for one in given
        for ours in expected
    ]
    return any(found)
