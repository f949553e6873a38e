"""Private help (product 34): how a case is opened, and who sees nothing of it."""

import pytest

from conduct.desk import answer_case
from conduct.models import Case, CaseKind
from conduct.services import add_text, open_case
from mail.models import OutgoingMail
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = "quiet-bittern-7 troubles me"


@pytest.fixture
def case(mentee, coordinator):
    """Something asked by the mentee."""
    return open_case(member=mentee, kind=CaseKind.HELP, text=WORDS)


def test_without_a_mentorship_too_it_opens_a_case_and_tells_nobody_else(as_, stranger, coordinator):
    page = as_(stranger).post("/help/new/", {"text": WORDS}, follow=True)

    case = Case.objects.get()
    assert (case.member, case.kind, case.about) == (stranger, "help", None)
    assert page.redirect_chain == [(f"/help/{case.code}/", 302)]
    assert WORDS in main_text(page)
    assert [letter.to for letter in OutgoingMail.objects.all()] == [coordinator]


def test_from_a_pair_the_other_is_named_only_if_wished(as_, pair, mentee, mentor, coordinator):
    url = f"/mentorships/{pair.code}/trouble/help/"
    assert "checked" not in as_(mentee).get(url).content.decode().split('name="say_who"')[1][:80]
    as_(mentee).post(url, {"text": WORDS})
    as_(mentee).post(url, {"text": f"{WORDS}, said again", "say_who": "on"})

    assert [case.about for case in Case.objects.order_by("opened_at")] == [None, mentor]
    assert not OutgoingMail.objects.filter(to=mentor, kind__startswith="conduct").exists()


def test_the_page_says_who_reads_it(as_, pair, mentee, coordinator):
    page = main_text(as_(mentee).get(f"/mentorships/{pair.code}/trouble/help/"))

    assert "Who can read this: Grace Whitfield." in page


def test_a_coordinator_who_is_the_other_one_is_said_and_can_be_kept_out(
    as_, pair, mentee, mentor, coordinator
):
    from coordination.groups import coordinator_group

    coordinator_group().user_set.add(mentor)
    mentor.is_staff = True
    mentor.save()
    url = f"/mentorships/{pair.code}/trouble/help/"
    assert "Rosalind is one of the people who can read this." in main_text(as_(mentee).get(url))
    as_(mentee).post(url, {"text": WORDS, "say_who": "on"})

    assert {letter.to for letter in OutgoingMail.objects.filter(kind="conduct/case_waits")} == {coordinator}


def test_no_mail_holds_a_word_a_name_or_a_kind(case, mentee, coordinator):
    answer_case(case, author=coordinator, text="quiet-bittern-8 helps")
    to_staff, to_member = OutgoingMail.objects.filter(kind__startswith="conduct").order_by("pk")

    assert (to_staff.to, to_member.to) == (coordinator, mentee)
    for letter in (to_staff, to_member):
        assert "bittern" not in letter.text + letter.html + letter.subject
    assert mentee.first_name not in to_staff.text + to_staff.html
    assert not [word for word in ("help", "report") if word in to_staff.text.lower()]
    assert coordinator.first_name not in to_member.text
    assert str(case.code) in to_member.text


@pytest.mark.parametrize("who", ("mentor", "stranger", "coordinator"))
@pytest.mark.parametrize("step", ("", "say/", "close/"))
def test_on_the_member_site_nobody_but_the_member_can_tell_that_it_is_there(who, step, case, as_, request):
    client = as_(request.getfixturevalue(who))
    ask = client.get if not step else client.post
    nothing = ask(f"/help/00000000-0000-4000-8000-000000000000/{step}")

    assert ask(f"/help/{case.code}/{step}").status_code == nothing.status_code == 404
    assert WORDS not in main_text(client.get("/help/"))


def test_a_list_and_a_case_cost_the_same_with_one_and_with_fifty(
    as_, mentee, coordinator, statements, monkeypatch
):
    monkeypatch.setattr("conduct.services.TEXTS_AN_HOUR", 200)
    monkeypatch.setattr("conduct.services.TEXTS_A_DAY", 200)
    case = open_case(member=mentee, kind=CaseKind.HELP, text=WORDS, about=coordinator)
    client, urls = as_(mentee), ("/help/", f"/help/{case.code}/")
    before = [statements(client, url) for url in urls]
    for number in range(49):
        open_case(member=mentee, kind=CaseKind.HELP, text=f"Question {number}")
        add_text(case, author=mentee, text=f"More {number}")
        answer_case(case, author=coordinator, text=f"Answer {number}")

    assert [statements(client, url) for url in urls] == before
    assert max(before) <= 12
    assert "Answer 48" in main_text(client.get(urls[1]))
