"""A mail server to be told what to do, and letters to send."""

import pytest

from factories import member
from letters.services import post
from letters.tests import servers


@pytest.fixture
def server(settings):
    """`server.sent`, `server.plan`."""
    settings.EMAIL_BACKEND = "letters.tests.servers.Server"
    servers.forget()
    yield servers
    servers.forget()


def written(number=1, **facts):
    """Letters to one member each."""
    facts = {"name": "Amina Otieno", **facts}
    return [_written(member(**facts), place) for place in range(number)]


def _written(to, place):
    context = {"member": to, "link": "https://m.example/accounts/login/"}
    return post(
        "profiles/account_restored", to=to, context=context, occasion=f"test-{to.pk}-{place}"
    )
