"""What finding holds about people: copies of mentor profiles, and the words of their texts."""

from directory.models import DirectoryVersion, Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from directory.services import forget_words, written_words
from mentoring.lib.registry.personal_data import ON_LEAVING, Rights, columns, declare
from profiles.models import MentorProfile

COPY = "none: a copy of the mentor profile"
REWRITTEN = "rewritten from the empty profile"

SHOWN = "what every member finds in the list of mentors: no account and no pair is found by it"


def _written(model, *, but=()):
    """Rights to write all of a copy; `but` names what is never changed."""
    names = (f.column for f in model._meta.concrete_fields if f.column not in but)
    return Rights("SD", insert=SHOWN, change=columns(*names, why=SHOWN))


VERSION = Rights("S", change=columns("version", why="a number that tells processes to read the list anew"))
LISTED = _written(Listing, but=("mentor_id",))
NEW = Rights("SD", insert=SHOWN)

declare(DirectoryVersion, export="none: about nobody", leaving="none", staff=VERSION, worker=VERSION)
declare(Listing, export=COPY, leaving=REWRITTEN, staff=LISTED, worker=LISTED)
declare(ListingFacet, export=COPY, leaving=REWRITTEN, staff=NEW, worker=NEW)
declare(
    SearchWord,
    export="none: words without their mentors",
    leaving="deleted where nobody else uses them",
    staff=NEW,
    worker=NEW,
)
declare("directory_searchtext", export=COPY, leaving=REWRITTEN, staff=NEW, worker=NEW)


@ON_LEAVING.register(order=80)
def forget_texts(member, *, leave_words):
    """Before the profile is emptied: its words, which the search keeps to mend what is typed."""
    for mentor in MentorProfile.objects.filter(member=member):
        words = written_words(mentor)
        engine().store(mentor.pk, {})
        forget_words(words)
    return ()
