"""Words of the vocabularies: one goes into another, with what members say."""

import pytest
from django.utils import timezone

from factories import member
from factories import mentor as make_mentor
from profiles import merging, vocabulary
from profiles.models import Member, MentorProfile, Term
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LIST = "/admin/profiles/term/"


def test_a_word_goes_into_another(office, archives):
    stays = Term.objects.create(kind="area", slug="special-papers", label="Special papers")
    both = make_mentor(name="Both", areas=["special-papers", "archives"])
    one = make_mentor(name="One", areas=["archives"])
    assert "2 profiles use this word and will" in main_text(office.get(f"{LIST}{archives.pk}/merge/"))
    office.post(f"{LIST}{archives.pk}/merge/", {"into": stays.pk})

    assert "archives" not in dict(vocabulary.words().choices("area"))
    stays.refresh_from_db()
    assert {archives.label, "records"} <= set(stays.synonyms.splitlines())
    for _turn in range(2):
        merging.carry_merged_words(timezone.now())
    found = dict(MentorProfile.objects.values_list("pk", "areas"))
    assert found == {both.pk: ["special-papers"], one.pk: ["special-papers"]}
    assert "merged into special-papers" in main_text(office.get(LIST, {"q": "archives"}))


@pytest.mark.parametrize(("kind", "field"), [("library_type", "library_type"), ("language", "languages")])
def test_what_members_say_is_carried_too(kind, field, db):
    gone = Term.objects.create(kind=kind, slug="old-word", label="Old")
    stays = Term.objects.create(kind=kind, slug="new-word", label="New")
    one = member(**{field: ["old-word"] if field == "languages" else "old-word"})
    merging.merge_terms(gone, stays)
    merging.carry_merged_words(timezone.now())

    assert "new-word" in getattr(Member.objects.get(pk=one.pk), field)


def test_a_word_does_not_go_into_itself_a_retired_one_or_one_of_another_kind(office, archives):
    retired = Term.objects.create(kind="area", slug="gone", label="Gone", retired=True)
    role = Term.objects.filter(kind="role").first()
    for into in (archives, retired, role):
        assert office.post(f"{LIST}{archives.pk}/merge/", {"into": into.pk}).status_code == 200
        with pytest.raises(merging.CannotMerge):
            merging.merge_terms(archives, into)
    assert office.post(f"{LIST}{archives.pk}/merge/", {"into": ""}).status_code == 200
    archives.refresh_from_db()
    assert not archives.retired


@pytest.mark.parametrize("who", ("mentor", "stranger"))
def test_members_merge_nothing(who, client, request, archives, staff_site):
    client.force_login(request.getfixturevalue(who))

    assert client.post(f"{LIST}{archives.pk}/merge/", {"into": 1}).status_code == 302
