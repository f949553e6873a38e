"""Product 56: policies that everyone can read, with their versions; coordinators edit them per language."""

import pytest

import factories
from configuration import services
from configuration.models import TextChange
from configuration.policies import TITLES
from configuration.policies.versions import policy_in_force, shipped
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
STAFF_PAGE = "/admin/configuration/textchange/policies/en-gb/terms/"


@pytest.fixture
def change(coordinator):
    """`change(text, language)`: another version of the terms holds."""

    def save(text, language="en-gb"):
        last = TextChange.objects.holding().filter(kind="policy", name="terms", language=language).first()
        return TextChange.objects.create(
            kind="policy",
            name="terms",
            language=language,
            text=text,
            previous=last.pk if last else 0,
            made_by=coordinator,
        )

    return save


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize("language", ["en-gb", "en-us", "es", "fr"])
def test_everyone_reads_the_text_as_installed_in_their_language(name, language, client, settings):
    settings.ASSOCIATION_NAME = "Our <Association>"
    page = client.get(f"/policies/{name}/", headers={"accept-language": language})
    shown = page.content.decode()

    assert page.status_code == 200
    assert "Our &lt;Association&gt;" in shown or name == "conduct"
    assert "{association}" not in shown
    assert len(shipped(name, language)) > 1200


def test_they_are_linked_from_every_page_and_where_one_joins(client, mentee, as_):
    for page in (client.get("/accounts/signup/"), as_(mentee).get("/")):
        for name in TITLES:
            assert f'href="/policies/{name}/"' in page.content.decode()
    assert 'href="/policies/privacy/"' in client.get("/privacy/").content.decode()


def test_the_version_that_holds_has_its_date_and_the_older_ones_are_listed(change, client):
    first = change("Be kind.")
    change("Be kinder.")

    page = main_text(client.get("/policies/terms/"))
    older = main_text(client.get(f"/policies/terms/{first.pk}/"))
    installed = main_text(client.get("/policies/terms/0/"))

    assert "Be kinder." in page and "Version of" in page and "First version" in page
    assert "Be kind." in older and "This is an older version" in older
    assert "This is an older version" in installed and "18 or over" in installed


def test_which_version_holds_can_be_asked(change):
    assert policy_in_force("terms", "es").number == 0
    last = change("Ser amable.", "es")

    assert (policy_in_force("terms", "es").number, policy_in_force("terms", "es").text) == (
        last.pk,
        "Ser amable.",
    )
    assert policy_in_force("terms", "fr").number == 0
    with pytest.raises(KeyError):
        policy_in_force("nothing", "es")


def test_americans_read_what_was_changed_for_the_british_unless_they_have_their_own(change):
    change("Be kind.")
    assert policy_in_force("terms", "en-us").text == "Be kind."
    change("Be neighborly.", "en-us")
    assert policy_in_force("terms", "en-us").text == "Be neighborly."


@pytest.mark.parametrize("path", ["nothing/", "terms/99/", "terms/x/"])
def test_what_is_not_there_is_not_found(path, client):
    assert client.get(f"/policies/{path}").status_code == 404


def test_coordinators_preview_save_and_put_back(staff_site, as_, coordinator):
    staff = as_(coordinator)
    data = {"text": "## Be *kind*\n\n{association}", "seen": 0}
    preview = staff.post(STAFF_PAGE, data | {"preview": "1"}).content.decode()
    assert "<h2>Be <em>kind</em></h2>" in preview and TextChange.objects.count() == 0

    staff.post(STAFF_PAGE, data)
    [changed] = TextChange.objects.all()
    assert coordinator.name in staff.get(STAFF_PAGE).content.decode()

    staff.post(f"/admin/configuration/textchange/{changed.pk}/put-back/")
    assert policy_in_force("terms", "en-gb").text == shipped("terms", "en-gb")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Fine\n<script>alert(1)</script>", "Line 2: write without HTML"),
        ("x" * 20_001, "at most 20000 characters"),
        ("   ", "This field is required"),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_line(text, reason, staff_site, as_, coordinator):
    page = as_(coordinator).post(STAFF_PAGE, {"text": text, "seen": 0})

    assert page.status_code == 422
    assert reason in main_text(page)
    assert TextChange.objects.count() == 0


def test_of_two_coordinators_the_second_is_told(staff_site, as_, coordinator, change):
    change("Quicker.")
    page = as_(coordinator).post(STAFF_PAGE, {"text": "Slower.", "seen": 0})

    assert page.status_code == 422
    assert "Someone has changed this text" in main_text(page) and "Slower." in main_text(page)


def test_members_and_staff_without_the_right_do_not_edit(staff_site, as_, mentee):
    assert as_(mentee).post(STAFF_PAGE, {"text": "x", "seen": 0}).status_code == 302
    assert as_(factories.member(is_staff=True)).post(STAFF_PAGE, {"text": "x"}).status_code == 403
    services.forget()
