"""Lists of invented mentors, and what an address asks of them."""

from contextlib import contextmanager

from django.db import transaction
from django.http import QueryDict

from directory.facet_index import current_index, forget_index
from directory.models import DirectoryVersion, Listing, ListingFacet
from directory.services import facets_of, listing_of, relist
from profiles.models import Member, MentorProfile


@contextmanager
def mentors_in_the_list(people, changes):
    """Mentor ids; the index is filled before the changes, and follows them one by one. Undone afterwards."""
    forget_index()
    with transaction.atomic():
        members = [Member(email=f"m{n}@test.example", **person) for n, (person, _offer) in enumerate(people)]
        Member.objects.bulk_create(members)
        mentors = [
            MentorProfile(member=m, **offer) for m, (_person, offer) in zip(members, people, strict=True)
        ]
        MentorProfile.objects.bulk_create(mentors)
        DirectoryVersion.objects.update(version=1)
        Listing.objects.bulk_create([listing_of(mentor, version=1) for mentor in mentors])
        ListingFacet.objects.bulk_create([facet for mentor in mentors for facet in facets_of(mentor)])
        current_index()
        for place, offer in changes:
            if place < len(mentors):
                MentorProfile.objects.filter(pk=mentors[place].pk).update(**offer)
                relist(mentors[place])
        yield [mentor.pk for mentor in mentors]
        transaction.set_rollback(True)


def query_of(asked):
    query = QueryDict(mutable=True)
    for name, values in asked.items():
        query.setlist(name, values)
    return query
