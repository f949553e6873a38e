"""What a site answers, and what a browser sees of it."""

import re
from copy import deepcopy

from django.core.cache import cache
from django.db import transaction

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+')
VARYING = {"Set-Cookie", "X-Request-ID"}  # new with each answer, whatever was asked
MEMBER, STAFF = "mentoring.urls", "mentoring.urls_staff"


def seen(answer, *, told=None):
    """All of an answer that a browser sees, but for the token that is new each time, and `told`."""
    headers = {name: value for name, value in answer.items() if name not in VARYING}
    page = TOKEN.sub(rb"\1", answer.content)
    if told:
        headers = {name: value.replace(told, "") for name, value in headers.items()}
        page = page.replace(told.encode(), b"")
    return answer.status_code, headers, page


def tried(client, method, url, **data):
    """What the address answers, undone at once: rows, cookies and counted tries."""
    cache.clear()
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.generic(method, url, **data)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer
