"""Making a mentor's listing anew, in the transaction of the change that asks for it."""

from hashlib import blake2b

from django.db import transaction
from django.db.models import F
from django.utils import translation

from directory.facets import FACETS
from directory.models import DirectoryVersion, Listing, ListingFacet, SearchWord
from directory.search.engines import engine
from directory.search.fold import fold, tokens
from profiles.models import MentorProfile

LONGEST_WORD = 40
AT_ONCE = 100


@transaction.atomic
@translation.override("en-gb")  # the listing is the same in whatever language it is saved
def relist(mentor):
    """Write the listing, its facets and the search text of one mentor, and say that the list has changed."""
    version = (
        next_version()
    )  # holds the directory: what is read from here on nobody changes in the list meanwhile
    mentor = MentorProfile.objects.select_related("member").get(pk=mentor.pk)
    listing = listing_of(mentor, version)
    Listing.objects.bulk_create(
        [listing],
        update_conflicts=True,
        unique_fields=["mentor"],
        update_fields=[f.attname for f in Listing._meta.concrete_fields if not f.primary_key],
    )
    ListingFacet.objects.filter(listing=mentor.pk).delete()
    ListingFacet.objects.bulk_create(facets_of(mentor))
    _store_texts(mentor)


def _store_texts(mentor):
    """What is searched of this mentor, nothing unless listed; words that only went out of use are dropped."""
    texts = {field: tokens(text) for field, text in texts_of(mentor).items()} if mentor.listed else {}
    before = engine().words(mentor.pk)
    engine().store(mentor.pk, texts)
    kept = _worth_keeping(texts.values())
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, length=len(word)) for word in sorted(kept)], ignore_conflicts=True
    )
    _drop_unused(_worth_keeping([before]) - kept)


def relist_all():
    """Every listing anew, one transaction each, so that nobody waits; and no word that stands nowhere.

    Returns how many listings there were.
    """
    count = 0
    for mentor in MentorProfile.objects.order_by("pk").only("pk").iterator(chunk_size=AT_ONCE):
        relist(mentor)
        count += 1
    _drop_unused(SearchWord.objects.values_list("word", flat=True))
    return count


def next_version():
    """The number of this change. Holds the directory's row until the transaction ends."""
    DirectoryVersion.objects.filter(pk=1).update(version=F("version") + 1)
    return DirectoryVersion.objects.values_list("version", flat=True).get(pk=1)


def listing_of(mentor, version):
    """The listing of a mentor, not saved."""
    member = mentor.member
    return Listing(
        mentor=mentor,
        version=version,
        code=member.code,
        listed=mentor.listed,
        name=member.name,
        sort_name=fold(member.name)[:100],
        job_title=member.job_title,
        employer=member.employer,
        place=member.place[:180],
        city=member.city,
        time_zone=member.time_zone,
        ask_me_about=mentor.ask_me_about,
        photo=member.photo,
        photo_alt=member.photo_alt,
        room=mentor.room,
        taking_requests=mentor.taking_requests,
        answer_days=mentor.usual_answer_days,
        facets=" ".join(_facet_words(mentor)),
        rank_key=rank_key(mentor),
        published_at=mentor.published_at,
    )


def _facet_words(mentor):
    """The `kind=slug` words of a mentor; of an ordered facet also each position (`area0=archives`)."""
    for facet in FACETS:
        for position, slug in enumerate(facet.slugs(mentor)):
            yield f"{facet.kind}={slug}"
            if facet.ordered:
                yield f"{facet.kind}{position}={slug}"


def facets_of(mentor):
    """The facets of a mentor's listing, not saved."""
    return [
        ListingFacet(listing_id=mentor.pk, kind=facet.kind, slug=slug, position=position)
        for facet in FACETS
        for position, slug in enumerate(facet.slugs(mentor))
    ]


def rank_key(mentor):
    """A sort key that spreads the load (product 13): room first, then who answers.

    Nothing finer: a place that moves by one when somebody is accepted would tell of a pair. The last
    part, drawn from the address, keeps equals in a fair order, the same on any database.
    """
    days = mentor.usual_answer_days
    habit = 1 if days is None else 0 if days <= 3 else 1 if days <= 7 else 2
    lot = blake2b(mentor.member.email.lower().encode(), digest_size=4).hexdigest()
    return f"{int(not mentor.room)}{habit}{lot}"


def texts_of(mentor):
    """What is searched, by field. Labels of the vocabulary are searched as concepts, not here."""
    member = mentor.member
    return {
        "name": member.name,
        "headline": f"{member.job_title} \n {member.employer} \n {mentor.ask_me_about}",
        "place": f"{member.city} {member.region} {member.country.name}",
        "bio": mentor.bio,
    }


def written_words(mentor):
    """The words of a mentor's texts that are kept, to mend what is typed."""
    return _worth_keeping(tokens(text) for text in texts_of(mentor).values())


def forget_words(words):
    """Of these, keep those that are still in somebody's text; and leave no trace of a text that went."""
    engine().tidy()
    _drop_unused(words)


def _drop_unused(words):
    """A statement of the search has a column for each word, and a database a limit to them."""
    ordered = sorted(words)
    for start in range(0, len(ordered), AT_ONCE):
        chunk = ordered[start : start + AT_ONCE]
        unused = set(chunk) - engine().in_use(chunk)
        SearchWord.objects.filter(word__in=unused).delete()


def _worth_keeping(texts):
    return {word for text in texts for word in text if 2 < len(word) <= LONGEST_WORD}
