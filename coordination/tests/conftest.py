"""A programme with a pair, seen from the staff site."""

import json

import pytest
from django.core.management import call_command

import factories
from coordination.groups import coordinator_group
from mentoring.lib import jobs
from testing import world


@pytest.fixture
def people():
    """The pair and its neighbours, with letters waiting, sent and given up."""
    return world.build()


@pytest.fixture(params=("coordinator", "superuser"))
def staff(request, people, staff_site, client):
    """The staff site, signed in: as a coordinator, then as a superuser."""
    client.raise_request_exception = False
    return people.sign_in(client, request.param)


@pytest.fixture
def colleague(db):
    """A second coordinator."""
    found = factories.member(name="Hal Jordan", is_staff=True)
    coordinator_group().user_set.add(found)
    return found


@pytest.fixture
def swept(db):
    """The worker has just been round."""
    jobs.start()
    jobs.record_failures()


@pytest.fixture
def office(coordinator, client, swept, staff_site):
    client.force_login(coordinator)
    return client


@pytest.fixture
def load(tmp_path, capsys):
    """Run the command on these entries; what it says."""

    def run(*entries, dry_run=False, raw=None):
        file = tmp_path / "mentors.json"
        raw = json.dumps({"mentors": entries}) if raw is None else raw
        file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        call_command("import_mentors", str(file), dry_run=dry_run)
        return capsys.readouterr().out.strip()

    return run
