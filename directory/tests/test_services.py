"""Product 11: a listing is made anew with every change of its mentor, in the same transaction."""

import pytest
from django.db import transaction

from directory.models import DirectoryVersion, Listing, ListingFacet
from directory.search.engines import engine
from directory.services import relist
from factories import mentor
from profiles import moderation, services
from profiles.models import MentorProfile
from profiles.signals import mentor_changed

pytestmark = pytest.mark.django_db


def version():
    return DirectoryVersion.objects.get().version


def find(word):
    return engine().find([(word,)])[(word,)]


CHANGES = {
    "pause": services.pause,
    "hide": lambda one: moderation.hide(one, reason="A check."),
    "suspend": lambda one: moderation.suspend(one.member),
    "a place taken": lambda one: services.take_place(one.member),
    "an answer": lambda one: services.update_answer_time(one.member, after_days=2.0),
    "a new name": lambda one: services.save_member(one.member),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_a_mentor_is_heard(change):
    """profiles sends a signal and knows nothing of the list."""
    one = mentor()
    before, heard = version(), []
    mentor_changed.connect(receiver := lambda mentor, **_: heard.append(mentor.pk))

    CHANGES[change](one)

    mentor_changed.disconnect(receiver)
    assert set(heard) == {one.pk}
    assert version() > before
    assert Listing.objects.get().version == version()


def test_what_fails_in_the_list_undoes_the_change(monkeypatch):
    one = mentor()
    monkeypatch.setattr("directory.services.engine", lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        services.pause(one)

    assert MentorProfile.objects.get().status == "published"
    assert Listing.objects.get().listed


def test_relisting_twice_changes_only_the_version():
    one = mentor(roles=["coach"], windows=["weekends", "flexible"])
    before = (
        Listing.objects.values().get(),
        list(ListingFacet.objects.values_list("kind", "slug", "position")),
    )

    relist(one)

    after = (
        Listing.objects.values().get(),
        list(ListingFacet.objects.values_list("kind", "slug", "position")),
    )
    assert before[0] | {"version": 0} == after[0] | {"version": 0}
    assert sorted(before[1]) == sorted(after[1])


def test_a_facet_that_goes_leaves_no_row():
    one = mentor(areas=["archives", "copyright"])
    one.areas = ["copyright"]
    services.save_mentor(one)

    areas = ListingFacet.objects.filter(kind="area").values_list("slug", "position")
    assert list(areas) == [("copyright", 0)]
    assert "archives" not in Listing.objects.get().facets


def test_who_is_not_listed_is_not_in_the_search():
    one = mentor(bio="I mend zebra bindings.")
    assert set(find("zebra")["bio"]) == {one.pk}

    services.pause(one)
    assert find("zebra") == {}
