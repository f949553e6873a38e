"""Product 4, 7: what I say about myself. Only the name has to be there."""

import pytest

from directory.models import Listing
from factories import HOSTILE, mentor
from profiles import vocabulary
from profiles.models import Member, Term
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LEAST = {"name": "Amina Otieno", "time_zone": "Africa/Nairobi", "language": "en-gb"}
TEXTS = ("name", "pronouns", "job_title", "employer", "city", "region", "contact")
CHOICES = (
    "library_type",
    "library_size",
    "career_stage",
    "country",
    "time_zone",
    "language",
    "languages",
    "seeking",
)


def save(client, **facts):
    return client.post("/profile/", {**LEAST, **facts})


def test_only_the_name_has_to_be_there(as_, mentee):
    assert save(as_(mentee)).status_code == 302
    assert 'href="#id_name"' in save(as_(mentee), name=" ").content.decode()


def test_all_of_it_is_kept_and_shown_again(as_, mentee):
    client = as_(mentee)
    save(
        client,
        pronouns="she/her",
        job_title="Assistant",
        employer="Lakeside",
        city="Kisumu",
        region="Nyanza",
        country="KE",
        library_type="academic-college",
        library_size="solo",
        career_stage="new-professional",
        languages=["en", "sw"],
        seeking=["isolation", "leadership"],
        contact="Signal: amina",
        language="fr",
    )

    kept = Member.objects.get(pk=mentee.pk)
    assert (kept.city, kept.country.code, kept.languages) == ("Kisumu", "KE", ["en", "sw"])
    assert (kept.seeking, kept.language) == (["isolation", "leadership"], "fr")
    page = client.get("/profile/").content.decode()
    for words in ("Kisumu", "Signal: amina", 'value="KE" selected', 'value="solo" selected'):
        assert words in page
    assert '<html lang="fr">' in page


def test_a_mentors_card_follows_at_once(as_, mentor):
    save(as_(mentor), name="Rosa Achterberg", city="Sligo", country="IE", languages=["ga"])

    listing = Listing.objects.get()
    assert (listing.name, listing.city, listing.place) == ("Rosa Achterberg", "Sligo", "Sligo, Ireland")
    assert "language=ga" in listing.facets.split()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_at_its_field_or_kept_as_one_line(text, as_):
    """Issue 2, bad input."""
    one, kept = mentor(), {}
    client = as_(one.member)
    for name in TEXTS:
        answer = save(client, **{**kept, name: text})
        if answer.status_code == 200:
            assert f'href="#id_{name}"' in answer.content.decode()
        else:
            kept[name] = text

    kept = Member.objects.get(pk=one.member_id)
    assert not set("".join(getattr(kept, name) for name in TEXTS)) & set("\n\r\t\x00\x07\u202e\u2066")
    for address in ("/profile/", "/mentors/", f"/mentors/{one.member.code}/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("text", [HOSTILE["html"], HOSTILE["nul"]])
def test_a_choice_that_does_not_exist_is_refused(text, as_, mentee):
    for name in CHOICES:
        answer = save(as_(mentee), **{name: text})

        assert answer.status_code == 200
        assert f'href="#id_{name}' in answer.content.decode()


@pytest.mark.parametrize(
    "more",
    [
        {"is_staff": "on"},
        {"is_superuser": "1"},
        {"email": "x@y.example"},
        {"password": "x"},
        {"is_active": ""},
    ],
)
def test_nobody_makes_themselves_more_than_a_member(more, as_, mentee):
    before = Member.objects.filter(pk=mentee.pk).values(*more).get()
    save(as_(mentee), **more)

    assert Member.objects.filter(pk=mentee.pk).values(*more).get() == before


def test_a_retired_word_stays_with_who_chose_it_and_is_offered_to_nobody_else(as_, mentee, stranger):
    """Product 56: what is no longer offered stays where it is used."""
    save(as_(mentee), library_type="law", seeking=["isolation"])
    Term.objects.filter(slug__in=["law", "isolation"]).update(retired=True)
    vocabulary.changed()

    assert save(as_(mentee), library_type="law", seeking=["isolation"]).status_code == 302
    assert Member.objects.get(pk=mentee.pk).library_type == "law"
    for page in (as_(mentee).get("/profile/"), as_(stranger).get("/profile/")):
        mine = page.wsgi_request.user == mentee
        assert ('value="law"' in page.content.decode()) is mine
        assert ('value="isolation"' in page.content.decode()) is mine


def test_signed_out_the_words_come_back(client, db):
    page = client.post("/profile/", {**LEAST, "employer": "Lakeside"})

    assert page.status_code == 403
    assert "Your words are still here" in main_text(page)
