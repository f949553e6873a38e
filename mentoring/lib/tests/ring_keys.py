"""Root keys of a key ring."""

import base64

KEYS = [base64.b64encode(bytes(range(n, n + 32))).decode() for n in range(5)]
