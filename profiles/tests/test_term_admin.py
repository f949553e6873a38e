"""Product 56: coordinators keep the vocabularies: add, rename, retire; never delete, and never change a slug."""

import pytest

from profiles import vocabulary
from profiles.models import Term, TermLabel
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = "/admin/profiles/term/"
NO_LABELS = {"labels-TOTAL_FORMS": "0", "labels-INITIAL_FORMS": "0"}
NEW = {"kind": "role", "slug": "sounding-board", "label": "Sounding board", "position": "9"}


@pytest.fixture
def archives():
    return Term.objects.get(kind="area", slug="archives")


def form_of(term, **changed):
    """What the page of a term sends, with something changed."""
    fields = ("label", "description", "synonyms", "group", "position")
    return {name: getattr(term, name) for name in fields} | NO_LABELS | changed


def change(client, term, **changed):
    return client.post(f"{LIST}{term.pk}/change/", form_of(term, **changed))


def test_a_new_term_is_offered_at_once(office):
    assert office.post(f"{LIST}add/", NEW | NO_LABELS).status_code == 302

    assert ("sounding-board", "Sounding board") in vocabulary.words().choices("role")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"label": ""}, "label"),
        ({"label": "x" * 121}, "label"),
        ({"slug": "Sounding Board"}, "slug"),
        ({"slug": "sounding--board"}, "slug"),
        ({"slug": "größe"}, "slug"),
        ({"label": "?!", "slug": ""}, "slug"),
        ({"slug": "x" * 61}, "slug"),
        ({"kind": "no-such"}, "kind"),
        ({"position": "-1"}, "position"),
        ({"position": "first"}, "position"),
        ({"related": "not json"}, "related"),
    ],
)
def test_a_bad_field_is_refused_and_nothing_is_added(wrong, field, office):
    page = office.post(f"{LIST}add/", NEW | NO_LABELS | wrong)

    assert field in page.context["adminform"].form.errors
    assert not Term.objects.filter(label=NEW["label"]).exists()


def test_a_slug_is_given_once_in_its_vocabulary(office):
    page = office.post(f"{LIST}add/", NEW | NO_LABELS | {"slug": "coach"})

    assert page.status_code == 200
    assert Term.objects.filter(kind="role", slug="coach").count() == 1


def test_the_same_slug_in_another_vocabulary_is_another_term(office):
    assert office.post(f"{LIST}add/", NEW | NO_LABELS | {"slug": "archives"}).status_code == 302

    assert Term.objects.filter(slug="archives").count() == 2


def test_a_slug_once_given_stays_whatever_is_sent(office, archives):
    change(office, archives, slug="renamed", kind="role", label="Our archives")

    archives.refresh_from_db()
    assert (archives.kind, archives.slug, archives.label) == ("area", "archives", "Our archives")


def test_a_term_is_retired_and_taken_back(office, archives):
    change(office, archives, retired="on")
    assert "archives" not in dict(vocabulary.words().choices("area"))

    change(office, archives)
    assert "archives" in dict(vocabulary.words().choices("area"))


def test_nobody_deletes_a_term_not_even_the_administrator(office, archives, coordinator):
    """Old profiles still read well."""
    coordinator.is_superuser = True
    coordinator.save()

    assert office.post(f"{LIST}{archives.pk}/delete/", {"post": "yes"}).status_code == 403
    office.post(LIST, {"action": "delete_selected", "_selected_action": [archives.pk], "post": "yes"})
    assert Term.objects.filter(pk=archives.pk).exists()


def test_a_label_of_a_language_is_written_once(office, archives):
    label = {"labels-0-term": archives.pk, "labels-0-language": "de", "labels-0-label": "Archive"}
    twice = label | {"labels-1-term": archives.pk, "labels-1-language": "de", "labels-1-label": "Archivgut"}
    formset = {"labels-TOTAL_FORMS": "2", "labels-INITIAL_FORMS": "0"}

    assert change(office, archives, **twice, **formset).status_code == 200
    assert not TermLabel.objects.filter(term=archives, language="de").exists()


@pytest.mark.parametrize("asked", ["Archives &", "archives", "Legajos"])
def test_a_term_is_found_by_its_label_its_slug_and_in_other_languages(asked, office, archives):
    TermLabel.objects.update_or_create(term=archives, language="es", defaults={"label": "Legajos"})

    assert f"{LIST}{archives.pk}/change/" in office.get(LIST, {"q": asked}).content.decode()


def test_the_list_shows_one_vocabulary_or_what_was_retired(office):
    Term.objects.filter(slug="coach").update(retired=True, label="Coach of old")

    assert "Coach of old" in main_text(office.get(LIST, {"kind__exact": "role", "retired__exact": "1"}))
    assert "Coach of old" not in main_text(office.get(LIST, {"kind__exact": "role", "retired__exact": "0"}))


@pytest.mark.parametrize("count", [1, 50])
def test_the_list_costs_the_same_for_one_and_for_many(count, office, django_assert_num_queries):
    Term.objects.filter(kind="role").delete()
    Term.objects.bulk_create(Term(kind="role", slug=f"r{n}", label=f"Role {n}") for n in range(count))
    office.get(LIST)

    with django_assert_num_queries(6):
        assert len(office.get(LIST, {"kind__exact": "role"}).context["cl"].result_list) == count


@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger"])
@pytest.mark.parametrize("address", [LIST, f"{LIST}add/"])
def test_a_member_does_not_come_in(address, who, request, client, staff_site):
    client.force_login(request.getfixturevalue(who))

    assert client.get(address).status_code in (302, 403)
    assert client.post(address, NEW | NO_LABELS).status_code in (302, 403)
    assert not Term.objects.filter(slug=NEW["slug"]).exists()


def test_signed_out_nobody_comes_in(client, db, staff_site):
    assert client.post(f"{LIST}add/", NEW | NO_LABELS).status_code == 302
    assert not Term.objects.filter(slug=NEW["slug"]).exists()
