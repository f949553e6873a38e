"""Cases on the staff site: who reads them, what the list tells, and that each look is written down."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.utils import timezone

from conduct.models import Block, Case, CaseKind
from conduct.services import open_case
from mail.models import OutgoingMail
from mentoring.lib.vault import KeyRingError, load_ring
from profiles.models import AccessLogEntry

pytestmark = pytest.mark.django_db
LIST = "/admin/conduct/case/"
WORDS = "quiet-bittern-7 troubles me"


@pytest.fixture
def case(mentee, mentor):
    return open_case(
        member=mentee,
        kind=CaseKind.REPORT,
        text=WORDS,
        about=mentor,
        copies=[("Letter by Rosalind, 3 May", "copied-heron words")],
    )


@pytest.fixture
def page(case):
    return f"{LIST}{case.pk}/change/"


def test_the_list_tells_kind_day_and_state_and_no_name(as_, case, coordinator, staff_site):
    seen = as_(coordinator).get(LIST).content.decode()

    assert "Report" in seen
    assert "needs an answer" in seen
    for word in ("Amina", "Rosalind", "bittern", "heron"):
        assert word not in seen


def test_inside_a_coordinator_reads_what_the_member_chose_to_tell(as_, page, coordinator, staff_site):
    with pytest.raises(KeyRingError):
        load_ring()
    seen = as_(coordinator).get(page).content.decode()

    for word in (
        "Amina Otieno",
        "Rosalind Achterberg",
        WORDS,
        "copied-heron words",
        "Letter by Rosalind, 3 May",
    ):
        assert word in seen


def test_an_answer_reaches_the_member_and_is_mailed_without_words(
    as_, page, case, mentee, coordinator, settings, staff_site
):
    as_(coordinator).post(f"{LIST}{case.pk}/answer/", {"text": "Shall we talk on Tuesday?"})
    assert "Shall we talk on Tuesday?" in as_(coordinator).get(page).content.decode()
    assert "answered" in as_(coordinator).get(LIST).content.decode()
    letter = OutgoingMail.objects.get(kind="conduct/case_answered")
    assert (letter.to, "Tuesday" in letter.text) == (mentee, False)

    settings.ROOT_URLCONF = "mentoring.urls"
    assert "Shall we talk on Tuesday?" in as_(mentee).get(f"/help/{case.code}/").content.decode()


def test_an_empty_answer_is_said_and_a_closed_case_takes_none(as_, case, coordinator, staff_site):
    assert as_(coordinator).post(f"{LIST}{case.pk}/answer/", {"text": ""}).status_code == 422
    as_(coordinator).post(f"{LIST}{case.pk}/close/", {"text": "Settled."})
    late = as_(coordinator).post(f"{LIST}{case.pk}/answer/", {"text": "Late words."})

    assert Case.objects.get().closed_at
    assert late.status_code == 422
    assert "Late words." in late.content.decode()
    assert case.texts.count() == 3


@pytest.mark.parametrize("role", ("about", "member"))
def test_nobody_of_the_staff_reads_a_case_of_their_own_or_one_that_names_them(
    role, as_, stranger, coordinator, staff_site
):
    """A reported coordinator is not told by the staff site either."""
    people = {"member": stranger, "about": None, role: coordinator}
    case = open_case(kind=CaseKind.REPORT, text=WORDS, **people)
    client = as_(coordinator)

    assert client.get(LIST).context["cl"].result_count == 0
    mine, nothing = (client.get(f"{LIST}{pk}/change/") for pk in (case.pk, 99999))
    assert (mine.status_code, mine.url) == (nothing.status_code, nothing.url) == (302, "/admin/")
    for step in ("answer", "close", "take", "hand-back", "reopen"):
        assert client.post(f"{LIST}{case.pk}/{step}/", {"text": "x"}).status_code == 404
    assert not OutgoingMail.objects.filter(to=coordinator).exists()


@pytest.mark.parametrize("who", ("mentor", "mentee", "stranger"))
def test_members_do_not_come_in_even_with_the_staff_flag(who, as_, page, case, request, staff_site):
    member = request.getfixturevalue(who)
    for is_staff in (False, True):
        member.is_staff = is_staff
        member.save()
        for url in (LIST, page):
            assert as_(member).get(url).status_code in (302, 403)
        assert as_(member).post(f"{LIST}{case.pk}/answer/", {"text": "x"}).status_code in (302, 403)
    assert case.texts.count() == 2
    assert not AccessLogEntry.objects.exists()


def test_opening_it_is_written_down_for_the_member_and_for_whom_it_names(
    as_, page, mentee, mentor, coordinator, staff_site
):
    """Product 57."""
    for _time in range(3):
        as_(coordinator).get(page)

    looks = set(AccessLogEntry.objects.values_list("member", "by", "what"))
    assert looks == {(mentee.pk, coordinator.pk, "case"), (mentor.pk, coordinator.pk, "about")}
    assert AccessLogEntry.objects.count() == 2

    AccessLogEntry.objects.update(at=timezone.now() - timedelta(minutes=11))
    as_(coordinator).get(page)
    assert AccessLogEntry.objects.count() == 4


def test_lists_and_refused_pages_write_no_look(as_, case, coordinator, staff_site):
    client = as_(coordinator)
    for url in (
        LIST,
        "/admin/profiles/member/",
        "/admin/profiles/mentorprofile/",
        f"{LIST}99999/change/",
        f"{LIST}{case.pk}/delete/",
    ):
        client.get(url)

    assert not AccessLogEntry.objects.exists()


def test_blocks_and_keys_are_never_on_the_staff_site():
    assert {model.__name__ for model in admin.site._registry if model._meta.app_label == "conduct"} == {
        "Case"
    }
    assert Block not in admin.site._registry


def test_many_cases_cost_no_more(as_, mentee, coordinator, staff_site, statements, monkeypatch):
    monkeypatch.setattr("conduct.services.TEXTS_AN_HOUR", 200)
    monkeypatch.setattr("conduct.services.TEXTS_A_DAY", 200)
    open_case(member=mentee, kind=CaseKind.HELP, text="One")
    before = statements(as_(coordinator), LIST)
    for number in range(49):
        open_case(member=mentee, kind=CaseKind.HELP, text=f"No {number}")

    assert statements(as_(coordinator), LIST) == before <= 12
