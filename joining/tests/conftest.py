"""A file taken over in one go, as the worker and a coordinator do it together; and the webhook."""

import pytest
from django.test import Client

from joining import importing
from joining.models import ImportState, MembershipEvent, RosterEntry
from joining.staging import decide_import, stage_file
from joining.tests.exports import file_of
from joining.tests.webhook_answers import TOMAS
from joining.tests.webhooks import AMINA, DAYS, KEY, post_event
from joining.tests.welcome_pages import person
from joining.webhook import applying


@pytest.fixture
def take_in(db):
    """take_in(file) stages, checks and takes over a binary file; the RosterImport as it is then."""

    def take(file, name="members.csv", **options):
        an_import = stage_file(file, name=name, **options)
        importing.check_import(an_import)
        decide_import(an_import, ImportState.CONFIRMED)
        an_import.refresh_from_db()
        importing.apply_import(an_import)
        an_import.refresh_from_db()
        return an_import

    return take


@pytest.fixture
def webhook(settings):
    """The webhook is open for who has the secret."""
    settings.MEMBERSHIP_WEBHOOK_SECRETS = (KEY,)


@pytest.fixture
def tell(webhook, db):
    """tell(kind, data, at=…): an event, received and taken in by the worker; the MembershipEvent as it is then."""

    def post(kind, data, **how):
        answer = post_event(Client(), kind, data, **how)  # its own: `client` may be on the staff site
        assert answer.status_code == 202, answer.content
        applying.work_on_events()
        return MembershipEvent.objects.latest("pk")

    return post


@pytest.fixture
def amina(tell):
    """On the list, since the first day."""
    tell("joined", AMINA, at=DAYS[0])
    return RosterEntry.objects.get()


@pytest.fixture
def join(tell):
    """join(member, …): on the list by an event, with their own number unless another is given; the entry."""

    def listed(member, **more):
        tell("joined", {"id": str(member.pk), "name": member.name, "email": member.email, **more})
        return RosterEntry.objects.get(member=member)

    return listed


@pytest.fixture
def checked(staff_site, client, coordinator):
    """checked(*rows): a file staged and checked; a coordinator is signed in."""
    client.force_login(coordinator)

    def check(*rows):
        an_import = stage_file(file_of(*rows), name="members.csv")
        importing.work_on_imports()
        return an_import

    return check


@pytest.fixture
def asked(tell, take_in):
    """A status that nobody knows, and an address of somebody else."""
    take_in(file_of("7,Amina Otieno,amina@library.example,Active"))
    return [tell("changed", AMINA | {"Status": "Emeritus"}), tell("joined", TOMAS)]


@pytest.fixture
def office(asked, staff_site, client, coordinator):
    """The staff site with a coordinator signed in, and two questions."""
    client.force_login(coordinator)
    return client


@pytest.fixture
def entry():
    return person("zoe@library.example", city="Basel", country="CH", language="fr")
