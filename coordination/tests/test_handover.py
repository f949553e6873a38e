"""One page and one file for the next coordinator; settings brought in after a look at what would change (product 73)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from conduct.models import CaseKind
from conduct.services import open_case
from configuration.services import save_numbers
from coordination.handover.settings_file import export_settings
from mentoring.lib.programme import numbers
from testing.pages import main_text

pytestmark = pytest.mark.django_db
URL = "/admin/handover/"


@pytest.fixture
def office(coordinator, client, staff_site):
    client.force_login(coordinator)
    return client


def test_the_page_and_the_file_say_the_same_and_name_no_member(office, coordinator, mentee, settings):
    settings.OPERATOR_CONTACT = "ops@test.example, extension 12"
    for _turn in range(2):
        open_case(member=mentee, kind=CaseKind.HELP, text="quiet-bittern")
    save_numbers({"wish_days": 21}, by=coordinator, seen=0)
    call_command("report_backup", "--place", "the vault in the cellar")
    page, file = main_text(office.get(URL)), office.get(f"{URL}file/").content.decode()

    for text in (page, file):
        assert "Request for help without an answer" in text and "Grace Whitfield" in text
        assert "extension 12" in text and "the vault in the cellar" in text
        assert "Posts without an offer" in text and "Early each month" in text
        assert mentee.name not in text and "bittern" not in text
    assert "<link" not in file and "<script" not in file and "src=" not in file


def upload(client, content):
    return client.post(f"{URL}settings/import/", {"file": SimpleUploadedFile("s.json", content)})


def with_wish_days(days):
    content = json.loads(export_settings())
    content["parts"] = {"numbers": {"wish_days": days}}
    return json.dumps(content).encode()


@pytest.mark.any_database
def test_first_what_would_change_then_exactly_that(office):
    page = upload(office, with_wish_days(21))
    assert "Posts without an offer: 14, then 21." in main_text(page) and numbers().wish_days == 14
    second = page.context["confirmation"]
    changed = second | {"text": with_wish_days(30).decode()}
    assert "14, then 30" in main_text(office.post(f"{URL}settings/import/", changed))
    assert numbers().wish_days == 14

    assert office.post(f"{URL}settings/import/", second).status_code == 302
    assert numbers().wish_days == 21


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]"])
def test_a_bad_file_is_said_and_changes_nothing(content, office):
    page = upload(office, content)

    assert page.status_code == 422 and "This file was not imported" in main_text(page)


def test_no_file_is_said_at_the_field(office):
    page = office.post(f"{URL}settings/import/", {})

    assert page.status_code == 422 and page.context["form"].errors["file"]


def test_what_is_set_like_this_already_is_said(office):
    assert "Nothing would change" in main_text(upload(office, export_settings().encode()))


@pytest.mark.parametrize("place", ["x" * 201, "two\nlines", "bell\x07"])
def test_an_odd_place_of_a_backup_is_refused(place):
    with pytest.raises(CommandError, match="--place"):
        call_command("report_backup", "--place", place)
