"""A move to PostgreSQL: all of it arrives, as it was stored."""

import json

import pytest
from django.contrib.auth.models import Group

import factories
from operations.tests.conftest import needs_both
from testing import backups, world
from testing.remains import url

pytestmark = [pytest.mark.django_db(transaction=True), *needs_both]
MOVED_ON = """
import django; django.setup()
import json
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from directory.search.mentors import StoredFacets, search_mentors
print(json.dumps({
    "found": search_mentors("wheatpaste", StoredFacets()).ids,
    "signed in": getattr(authenticate(email="zoe@test.example", password="secret-enough"), "pk", None),
    "next": Group.objects.create(name="the next").pk,
}))
"""


@pytest.fixture
def usual_hashes(settings):
    """Passwords as the site itself hashes them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]


def everything(database):
    """{(model, key): fields} by Django's own dump, which opens nothing. The list of mentors is made anew."""
    dump = json.loads(backups.python(database, "manage.py", "dumpdata", "--all", "--exclude", "directory"))
    return {(row["model"], str(row["pk"])): row["fields"] for row in dump}


def opening(database):
    """Every private text: of which kind, by whom, and whether it opens."""
    return sorted(json.loads(backups.python(database, "-m", "testing.opening")))


def test_all_of_it_arrives_as_it_was(committed, usual_hashes, source, empty_postgresql):
    """P6: the rings that opened a text in SQLite open it in PostgreSQL, and nobody has to sign up again."""
    world.build()
    mentor = factories.mentor(email="zoe@test.example", name="Zoë Ł.", bio="I mend bindings with wheatpaste.")
    last = Group.objects.create(name="was deleted")
    given = last.pk
    last.delete()

    said = backups.python(url(source), "manage.py", "move_to_postgresql", empty_postgresql)
    before, after = everything(url(source)), everything(empty_postgresql)
    on_it = json.loads(backups.python(empty_postgresql, "-c", MOVED_ON))
    texts = opening(empty_postgresql)

    assert after.keys() == before.keys()
    assert [key for key in before if after[key] != before[key]] == []
    assert {kind for kind, _pk in before} >= {
        "contenttypes.contenttype",
        "auth.permission",
        "mail.outgoingmail",
    }
    assert texts == opening(url(source)) and all(opens for _kind, _author, opens in texts)
    assert on_it == {"found": [mentor.pk], "signed in": mentor.member.pk, "next": given + 1}
    assert "the same on both sides" in said and "2 mentors can be found" in said
    with pytest.raises(AssertionError, match="holds tables already"):
        backups.python(url(source), "manage.py", "move_to_postgresql", empty_postgresql)
