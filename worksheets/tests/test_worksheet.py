"""Product 52: a sheet is filled in, kept as typed, for its writer alone."""

import pytest
from django.urls import reverse

import factories
from testing.pages import main_text
from testing.worksheets import Tab, change, sheet_text, write
from worksheets.models import Answer, FilledSheet
from worksheets.sheets.catalogue import sheet

pytestmark = pytest.mark.django_db
GOALS = "/worksheets/goals/"


def texts():
    return [answer.text for answer in Answer.objects.order_by("pk")]


def test_what_is_typed_is_kept_by_the_button(as_, mentee):
    tab = Tab(as_(mentee)).type("To teach.\nA class of forty.", "", "Time")

    assert tab.save().status_code == 302
    assert Tab(as_(mentee)).texts[:3] == ["To teach.\nA class of forty.", "", "Time"]
    assert [(answer.prompt, answer.text) for answer in Answer.objects.all()] == [
        (sheet("goals", "en-gb").prompts[0].text, "To teach.\nA class of forty."),
        (sheet("goals", "en-gb").prompts[2].text, "Time"),
    ]


def test_what_is_typed_is_kept_as_it_is_typed_from_one_page(as_, mentee):
    tab = Tab(as_(mentee))
    for typed in ("T", "To", "To teach", ""):
        assert tab.type(typed).autosave() == 204

    assert texts() == [""]
    assert tab.type("To teach").autosave() == 204
    assert tab.save().status_code == 302
    assert texts() == ["To teach"]


def test_looking_at_a_sheet_and_saving_nothing_begins_none(as_, mentee):
    tab = Tab(as_(mentee))
    assert (tab.autosave(), tab.save().status_code) == (204, 302)

    assert FilledSheet.objects.count() == 0


def test_one_is_kept_for_oneself_and_one_for_each_mentorship(as_, pair, mentee):
    within = f"/mentorships/{pair.code}/worksheets/goals/"
    Tab(as_(mentee)).type("For me").save()
    Tab(as_(mentee), within).type("For the two of us").save()

    assert Tab(as_(mentee)).texts[0] == "For me"
    assert Tab(as_(mentee), within).texts[0] == "For the two of us"
    page = main_text(as_(mentee).get(reverse("worksheet_list")))
    assert "Your answers, changed on" in page and "for the mentorship with Rosalind" in page


@pytest.mark.parametrize("end", ["", "print/"])
@pytest.mark.parametrize("who", ["mentor", "stranger", "coordinator"])
def test_nobody_else_reads_a_word_or_sees_that_it_is_there(end, who, as_, pair, mentee, request):
    write(mentee, "A secret wish", mentorship=pair)
    write(mentee, "A secret wish")
    client = as_(request.getfixturevalue(who))

    for url in (f"{GOALS}{end}", f"/mentorships/{pair.code}/worksheets/goals/{end}"):
        page = client.get(url)
        assert (
            page.status_code == 200 if who == "mentor" or url.startswith(GOALS) else page.status_code == 404
        )
        assert b"secret" not in page.content and b"cannot be opened" not in page.content
    assert "Your answers" not in main_text(client.get("/worksheets/"))


def test_no_superuser_reads_them(as_, mentee):
    write(mentee, "A secret wish")
    superuser = factories.member(is_staff=True, is_superuser=True)

    assert b"secret" not in as_(superuser).get(GOALS).content


def test_a_text_that_is_too_long_is_refused_at_its_prompt_and_the_others_are_kept(as_, mentee):
    tab = Tab(as_(mentee)).type("Short", "x" * 10_001)
    answer = tab.save()

    assert "at most 10,000 characters" in answer.content.decode() or "10000" in answer.content.decode()
    assert tab.texts[1] == "x" * 10_001
    assert texts() == ["Short"]
    assert tab.autosave() == 422
    tab.type(None, "Shorter")
    assert tab.save().status_code == 302
    assert texts() == ["Short", "Shorter"]


@pytest.mark.parametrize("name", factories.HOSTILE)
def test_hostile_texts_are_kept_or_refused_and_never_run(name, as_, mentee):
    Tab(as_(mentee)).type(factories.HOSTILE[name]).save()
    page = as_(mentee).get(GOALS).content.decode()

    assert "<script>alert" not in page and "<img src=x" not in page


def test_somebody_signed_out_while_writing_gets_the_text_back_and_sends_it_again(as_, client, mentee):
    tab = Tab(as_(mentee)).type("A long answer that I would not like to lose. " * 3, "Short")
    client.logout()
    handed_back = client.post(GOALS, tab.fields)
    page = handed_back.content.decode()

    assert handed_back.status_code == 403
    assert "would not like to lose" in page and 'value="Short"' in page
    assert sheet("goals", "en-gb").prompts[0].text.replace("'", "&#x27;") in page
    assert "answer-" not in main_text(handed_back)
    assert Answer.objects.count() == 0
    as_(mentee)
    assert tab.save().status_code == 302
    assert texts() == [("A long answer that I would not like to lose. " * 3).strip(), "Short"]


def test_an_unknown_sheet_is_not_there(as_, mentee):
    for end in ("", "print/", "print/empty/", "delete/"):
        assert as_(mentee).get(f"/worksheets/nothing/{end}").status_code == 404
    assert as_(mentee).post("/worksheets/nothing/draft/").status_code == 404


def test_a_made_up_prompt_is_not_kept(as_, mentee):
    fields = {"answer-000000000000": "Hello", "began-000000000000": ""}

    assert as_(mentee).post(f"{GOALS}draft/", fields).status_code == 204
    assert Answer.objects.count() == 0


def test_one_prompt_and_twenty_take_the_same_statements(as_, mentee, coordinator, statements):
    counts = []
    for number in (1, 20):
        prompts = [f"Prompt {n}?" for n in range(number)]
        change(coordinator, sheet_text(*prompts))
        write(mentee, *prompts)
        counts.append([statements(as_(mentee), url) for url in (GOALS, f"{GOALS}print/")])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 8
