"""Methods that the matrix does not name are refused, and so is a post without its token (P10, ways 1-4, 7)."""

import pytest
from django.test import Client

from mentoring.tests import access_matrix
from mentoring.tests.answers import MEMBER, tried
from testing.private_texts import MARKER

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
FOREIGN = (
    "account_",
    "usersessions_",
    "socialaccount_",
    "openid_connect_",
    "oauth2_",
    "saml_",
    "mfa_",
    "second_factor_",
    "admin:",
    "admin/",
)


@pytest.mark.parametrize("role", ("anonymous", "elsewhere", "mentor"))
def test_all_other_methods_are_refused(role, people, client):
    """P10, way 7: HEAD as GET without a body; nothing else opens a page."""
    people.sign_in(client, role)
    wrong = []
    for key, url in people.addresses(MEMBER):
        head = tried(client, "HEAD", url)
        if head.content or head.status_code != tried(client, "GET", url).status_code:
            wrong.append(f"HEAD {key}: {head.status_code}")
        for method in ("OPTIONS", "PUT", "PATCH", "DELETE"):
            answer = tried(client, method, url)
            refused = answer.status_code == 405 or key.startswith(FOREIGN)
            if not refused or answer.status_code >= 500 or MARKER in answer.content.decode():
                wrong.append(f"{method} {key}: {answer.status_code}")

    assert wrong == []


def test_a_post_without_its_token_is_refused_everywhere(people):
    """P10: no door takes a form from elsewhere, but those that ask for a signature or a secret of their own."""
    client = people.sign_in(Client(enforce_csrf_checks=True), "mentor")
    taken = []
    for key, url in people.addresses(MEMBER):
        answer = tried(client, "POST", url)
        if answer.status_code not in (403, 405):
            taken.append(key)

    assert set(taken) == access_matrix.WITHOUT_TOKEN
