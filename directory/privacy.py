"""What finding holds about people: copies of mentor profiles, and the words of their texts."""

from directory.models import DirectoryVersion, Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from directory.services import forget_words, written_words
from mentoring.lib.registry.personal_data import ON_LEAVING, declare
from profiles.models import MentorProfile

COPY = "none: a copy of the mentor profile"
REWRITTEN = "rewritten from the empty profile"

declare(DirectoryVersion, export="none: about nobody", leaving="none", staff="SU", worker="SU")
declare(Listing, export=COPY, leaving=REWRITTEN, staff="SIUD", worker="SIUD")
declare(ListingFacet, export=COPY, leaving=REWRITTEN, staff="SID", worker="SID")
declare(
    SearchWord,
    export="none: words without their mentors",
    leaving="deleted where nobody else uses them",
    staff="SIUD",
    worker="SIUD",
)
declare("directory_searchtext", export=COPY, leaving=REWRITTEN, staff="SIUD", worker="SIUD")


@ON_LEAVING.register(order=80)
def forget_texts(member, *, leave_words):
    """Before the profile is emptied: its words, which the search keeps to mend what is typed."""
    for mentor in MentorProfile.objects.filter(member=member):
        words = written_words(mentor)
        engine().store(mentor.pk, {})
        forget_words(words)
    return ()
