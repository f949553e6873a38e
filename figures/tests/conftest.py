import pytest

from figures import publish
from figures.models import Publication, PublishedNumber
from figures.tests import insider_counts, world

_counted = {}


@pytest.fixture
def key(settings):
    """This process as the worker: it has the key."""
    settings.FIGURES_KEY = "only-for-tests-" * 5
    return settings.FIGURES_KEY


@pytest.fixture
def published(key):
    """Three months of a programme of four hundred: counted for the first test, and as they were for the others."""
    if _counted:
        Publication.objects.bulk_create(_counted["publications"])
        PublishedNumber.objects.bulk_create(_counted["numbers"])
        return _counted["month"]
    month = world.build(members=400, pairs=300, now=world.NOW)
    for later in range(3):
        publish.publish_month(month.later(later))
    numbers, publications = list(PublishedNumber.objects.all()), list(Publication.objects.all())
    _counted.update(month=month, publications=publications, numbers=numbers)
    return month


@pytest.fixture
def months():
    last = world.build(now=insider_counts.NOW)
    return [last.later(-back) for back in range(11, -1, -1)]
