"""Product 11, 16: whatever changes at the same moment, each change has its number and nobody misses one."""

from directory.facet_index import current_index, forget_index
from directory.models import DirectoryVersion, Listing, ListingFacet
from directory.services import relist, relist_all
from factories import mentor
from profiles import services


def listed():
    index = current_index()
    return set(index.ids_of(index.listed))


def test_changes_at_the_same_moment_have_numbers_of_their_own(at_once):
    """Else a process that has seen a number would never read the other change of that number."""
    mentors = [mentor() for _ in range(8)]

    assert at_once([lambda one=one: relist(one) for one in mentors]) == [None] * 8
    versions = set(Listing.objects.values_list("version", flat=True))
    assert len(versions) == 8
    assert max(versions) == DirectoryVersion.objects.get().version


def test_one_mentor_relisted_many_times_at_once_is_one_listing(at_once):
    one = mentor(areas=["archives", "copyright"])

    assert at_once([lambda: relist(one)] * 8) == [None] * 8
    assert Listing.objects.count() == 1
    assert ListingFacet.objects.filter(kind="area").count() == 2


def test_who_reads_while_others_change_has_seen_all_in_the_end(at_once):
    leaving, staying = [mentor() for _ in range(4)], mentor()
    forget_index()

    results = at_once([*(lambda one=one: services.pause(one) for one in leaving), *[listed] * 4])

    assert not [result for result in results if isinstance(result, Exception)]
    assert listed() == {staying.pk}


def test_a_rebuild_does_not_undo_what_changes_meanwhile(at_once):
    mentors = [mentor() for _ in range(5)]

    results = at_once([relist_all, *(lambda one=one: services.pause(one) for one in mentors)])

    assert results[0] == 5
    assert not Listing.objects.filter(listed=True).exists()
    assert listed() == set()
