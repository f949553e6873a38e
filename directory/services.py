"""Making a mentor's row of the list anew, in the transaction of the change that asks for it."""

from hashlib import blake2b

from django.db import transaction
from django.db.models import F
from django.utils import translation

from directory.models import DirectoryVersion, Listing, SearchWord
from directory.search.engines import engine
from directory.search.fold import fold, tokens
from profiles.models import MentorProfile

LONGEST_WORD = 40
AT_ONCE = 100


@transaction.atomic
@translation.override("en")  # the row is the same in whatever language it is saved
def relist(mentor):
    """Write the list's row and the search text of one mentor, and say that the list has changed."""
    mentor = MentorProfile.objects.select_related("member").get(pk=mentor.pk)
    version = next_version()
    row = Listing(version=version, **_columns(mentor))
    Listing.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["mentor"],
        update_fields=[f.attname for f in Listing._meta.concrete_fields if not f.primary_key],
    )
    texts = {field: tokens(text) for field, text in _texts(mentor).items()}
    engine().store(mentor.pk, texts if mentor.listed else {})
    _keep_words(texts)
    return row


def next_version():
    """The number of this change. Holds the directory's row until the transaction ends."""
    DirectoryVersion.objects.filter(pk=1).update(version=F("version") + 1)
    return DirectoryVersion.objects.values_list("version", flat=True).get(pk=1)


def _columns(mentor):
    member = mentor.member
    return {
        "mentor": mentor, "code": member.code, "listed": mentor.listed,
        "name": member.name, "sort_name": fold(member.name)[:100],
        "job_title": member.job_title, "employer": member.employer, "place": member.place[:180],
        "city": member.city, "time_zone": member.time_zone, "ask_me_about": mentor.ask_me_about,
        "photo": member.photo, "photo_alt": member.photo_alt, "room": mentor.room,
        "taking_requests": mentor.taking_requests, "answer_days": mentor.usual_answer_days,
        "facets": " ".join(facets(mentor)), "standing": standing(mentor),
        "published_at": mentor.published_at,
    }  # fmt: skip


def facets(mentor):
    """The `kind=slug` words of a mentor: areas first, in order, and once more with their place."""
    member = mentor.member
    places = {f"area{place}": [slug] for place, slug in enumerate(mentor.areas)}
    lists = {
        "area": mentor.areas, "role": mentor.roles, "style": mentor.styles,
        "format": mentor.formats, "helps_with": mentor.helps_with, "window": mentor.windows,
        "qualification": mentor.qualifications, "language": member.languages,
        "library_type": [member.library_type], "library_size": [member.library_size],
        "career_stage": [member.career_stage], "country": [str(member.country.code or "")],
        "zone": [member.time_zone], "accepting": ["true"] if mentor.room else [], **places,
    }  # fmt: skip
    return [f"{kind}={slug}" for kind, slugs in lists.items() for slug in slugs if slug]


def standing(mentor):
    """A sort key that spreads the load (product 13): room first, then who answers.

    Nothing finer: a place that moves by one when somebody is accepted would tell of a pair. The last
    part, drawn from the address, keeps equals in a fair order, the same on any database.
    """
    days = mentor.usual_answer_days
    habit = 1 if days is None else 0 if days <= 3 else 1 if days <= 7 else 2
    lot = blake2b(mentor.member.email.lower().encode(), digest_size=4).hexdigest()
    return f"{int(not mentor.room)}{habit}{lot}"


def _texts(mentor):
    """What is searched, by field. Labels of the vocabulary are searched as concepts, not here."""
    member = mentor.member
    return {
        "name": member.name,
        "headline": f"{member.job_title} \n {member.employer} \n {mentor.ask_me_about}",
        "place": f"{member.city} {member.region} {member.country.name}",
        "bio": mentor.bio,
    }


def words_of(mentor):
    """The words of a mentor's texts that are kept, to mend what is typed."""
    return _kept(tokens(text) for text in _texts(mentor).values())


def forget_words(words):
    """Of these, keep those that are still in somebody's text; and leave no trace of a text that went."""
    search = engine()
    search.tidy()
    for chunk in _batched(sorted(words)):
        found = search.find([(word,) for word in chunk])
        SearchWord.objects.filter(word__in=[w for w in chunk if not found[(w,)]]).delete()


def _batched(words):
    """A statement of the search has a column for each word and field, and a database a limit to them."""
    return (words[start : start + AT_ONCE] for start in range(0, len(words), AT_ONCE))


def _kept(texts):
    return {word for text in texts for word in text if 2 < len(word) <= LONGEST_WORD}


def _keep_words(texts):
    seen = _kept(texts.values())
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, length=len(word)) for word in sorted(seen)], ignore_conflicts=True
    )
