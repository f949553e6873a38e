"""Product 60: of a mentor who leaves no word stays in the search, but those that others have written, too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import Listing, ListingFacet, SearchWord
from directory.privacy import forget_texts
from directory.search.engines import engine
from factories import mentor
from privacy import account_closure

pytestmark = pytest.mark.django_db


def kept(*words):
    """Which of these words the search still knows."""
    return set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))


def find(word):
    return engine().find([(word,)])[(word,)]


def test_words_that_nobody_else_wrote_are_forgotten():
    leaver = mentor(name="Zebulonia Quark", employer="Lakeside", bio="quagga")
    mentor(bio="quagga")

    assert forget_texts(leaver.member, leave_words=False) == ()
    assert kept("zebulonia", "lakeside", "quagga") == {"quagga"}


def test_nobody_is_found_any_more_by_what_the_leaver_wrote():
    leaver, other = mentor(bio="zebra"), mentor(bio="zebra")
    forget_texts(leaver.member, leave_words=False)

    assert find("zebra") == {"bio": [other.pk]}


@pytest.mark.parametrize("leave_words", [True, False])
def test_words_left_to_a_partner_are_no_words_of_a_profile(leave_words):
    leaver = mentor(bio="zebra")
    forget_texts(leaver.member, leave_words=leave_words)

    assert kept("zebra") == set()


def test_who_is_no_mentor_has_nothing_to_forget(mentee):
    mentor(bio="zebra")

    assert forget_texts(mentee, leave_words=False) == ()
    assert kept("zebra")


def test_after_an_account_is_closed_the_listing_is_empty(settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    leaver = mentor(name="Zebulonia Quark", city="Bergen", areas=["archives"], ask_me_about="Maps")
    account_closure.request_closure(leaver.member, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))

    listing = Listing.objects.get()
    assert (listing.listed, listing.city, listing.ask_me_about) == (False, "", "")
    assert "Zebulonia" not in listing.name and "zebulonia" not in listing.sort_name
    assert not ListingFacet.objects.filter(kind__in=["area", "country"]).exists()
