"""A membership system that signs what it tells, written apart from what checks it."""

import base64
import hashlib
import hmac
import json
import time
from itertools import count

KEY = b"a key of thirty-two bytes, about"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
ADDRESS = "/joining/webhook/"
AMINA = {"Member Number": "7", "Full Name": "Amina Otieno", "Email": "amina@library.example"}
NUMBER = {"id": 7}
DAYS = ("2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00+02:00", "2026-01-04T10:00:00Z")
_numbers = count(1)


def signature(webhook_id, seconds, body, key=KEY):
    """As the specification writes it."""
    content = f"{webhook_id}.{seconds}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def post_body(client, body, *, webhook_id=None, seconds=None, signed=None, **headers):
    """Post bytes, signed now and with our key unless said otherwise."""
    webhook_id = webhook_id or f"msg_{next(_numbers)}"
    seconds = int(time.time()) if seconds is None else seconds
    given = {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": signed or signature(webhook_id, seconds, body),
        **headers,
    }
    return client.post(ADDRESS, body, content_type="application/json", headers=given)


def post_event(client, kind, data, *, at=None, **how):
    """Post `member.<kind>` about a person. `at`: when it happened, as ISO 8601."""
    event = {"type": f"member.{kind}", "data": data} | ({"timestamp": at} if at else {})
    return post_body(client, json.dumps(event).encode(), **how)
