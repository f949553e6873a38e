"""The archive of a member is sent piece by piece: memory does not grow with it (product 60)."""

import gc
import tracemalloc

import pytest

import factories
from privacy.export.archive import archive
from profiles.models import MentorProfile


@pytest.fixture
def garbage_goes_early():
    """As Python does by itself: the tests let more of it lie."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("garbage_goes_early")
def test_memory_does_not_grow_with_what_is_sent(mentor, mentee):
    """Flat: three times the words, the same memory."""

    def peak(letters):
        pair = factories.pair(mentor, factories.member())
        for _ in range(letters):
            factories.letter(pair, mentor, letter=("word " * 1500) + str(_))
        reader = pair.mentee
        tracemalloc.start()
        size = sum(map(len, archive(reader)))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size, top

    peak(1)
    small_size, small = peak(120)
    MentorProfile.objects.update(active=0)
    large_size, large = peak(360)

    assert large_size > 1.5 * small_size
    assert large < small * 1.3, (small, large)
