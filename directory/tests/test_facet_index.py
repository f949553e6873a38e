"""Product 11, 16: the list in memory follows the database, whichever process changed it."""

import pytest

from directory import facet_index
from directory.models import DirectoryVersion
from factories import mentor
from profiles import moderation, services
from profiles.models import MentorProfile

pytestmark = pytest.mark.django_db


def listed(index=None):
    """Ids in an index; the one of this process unless another is handed in."""
    index = index or facet_index.current_index()
    return set(index.ids_of(index.listed))


@pytest.fixture
def other_process():
    """What another process has in memory: caught up when asked, as `current_index` does it."""

    class Other:
        index = facet_index.FacetIndex()

        def look(self):
            version = DirectoryVersion.objects.get(pk=1).version
            self.index = facet_index.caught_up(self.index, version)
            return listed(self.index)

    return Other()


STEPS = {
    "pause": services.pause,
    "hide": lambda one: moderation.hide(one, reason="A check."),
    "suspend": lambda one: moderation.suspend(one.member),
}


@pytest.mark.parametrize("step", STEPS)
def test_who_leaves_the_list_leaves_every_process(step, other_process):
    stays, leaves = mentor(), mentor()
    assert listed() == other_process.look() == {stays.pk, leaves.pk}

    STEPS[step](leaves)

    assert listed() == other_process.look() == {stays.pk}


def test_who_comes_back_comes_back_in_every_process(other_process):
    one = mentor()
    moderation.hide(one, reason="A check.")
    moderation.suspend(one.member)
    assert listed() == other_process.look() == set()

    moderation.unhide(one)
    assert listed() == set()
    moderation.restore(one.member)

    assert listed() == other_process.look() == {one.pk}


def test_who_is_published_while_others_read_is_in_every_index(other_process):
    mentor()
    listed(), other_process.look()

    late = mentor(published=False)
    assert late.pk not in listed() | other_process.look()
    services.publish(late)

    assert late.pk in listed() & other_process.look()


def test_a_database_brought_back_from_yesterday_is_read_afresh(other_process):
    one = mentor()
    other_process.look()
    DirectoryVersion.objects.update(version=0)
    MentorProfile.objects.filter(pk=one.pk).delete()

    assert other_process.look() == set()
