"""Product 52: one sheet in two tabs, or on a phone and a desk: no text is put over another."""

import pytest

import factories
from testing.worksheets import Tab, write
from worksheets.filling import Filling
from worksheets.models import Answer, FilledSheet
from worksheets.services.filling import Typed, save_answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def tabs(as_, mentee):
    """Two that have been open since before anything was written."""
    return Tab(as_(mentee)), Tab(as_(mentee))


def texts():
    return [answer.text for answer in Answer.objects.order_by("pk")]


def test_the_older_tab_is_refused_and_shows_both_texts(tabs):
    new, old = tabs
    new.type("From the desk").save()
    old.type("From the phone")

    assert old.autosave() == 409
    assert texts() == ["From the desk"]
    answer = old.save()
    assert answer.status_code == 409
    assert "another tab or on another device" in answer.content.decode()
    assert old.texts[0] == "From the desk\nFrom the phone"
    assert texts() == ["From the desk"]
    assert old.type("From both").save().status_code == 302
    assert texts() == ["From both"]


def test_then_the_first_tab_is_the_older_one(tabs):
    new, old = tabs
    new.type("From the desk").autosave()
    old.type("From the phone").save()
    old.type("From both").save()

    assert new.type("From the desk, once more").autosave() == 409
    assert texts() == ["From both"]


def test_tabs_that_write_to_different_prompts_do_not_clash(tabs):
    new, old = tabs
    new.type("First").autosave()

    assert old.type(None, "Second").autosave() == 204
    assert new.type("First, and more").autosave() == 204
    assert texts() == ["First, and more", "Second"]


def test_an_old_text_that_nobody_touched_in_this_tab_is_not_put_back(as_, mentee):
    write(mentee, "As it was")
    old, new = Tab(as_(mentee)), Tab(as_(mentee))
    new.type("As it is").save()

    assert old.type(None, "Another prompt").save().status_code == 302
    assert texts() == ["As it is", "Another prompt"]


def test_what_does_not_clash_is_kept_beside_what_does(tabs):
    new, old = tabs
    new.type("From the desk").save()

    assert old.type("From the phone", "Only on the phone").save().status_code == 409
    assert texts() == ["From the desk", "Only on the phone"]


def test_the_same_text_in_both_is_no_clash(tabs):
    for tab in tabs:
        assert tab.type("The same").save().status_code == 302

    assert texts() == ["The same"]


def test_going_back_to_the_text_of_the_beginning_is_a_change_like_any_other(as_, mentee):
    write(mentee, "As it was")
    tab = Tab(as_(mentee))
    tab.type("Something else").autosave()
    tab.type("As it was").autosave()

    assert texts() == ["As it was"]


def test_emptied_in_one_and_changed_in_the_other_keeps_the_words(as_, mentee):
    write(mentee, "As it was")
    one, other = Tab(as_(mentee)), Tab(as_(mentee))
    one.type("As it is").save()

    assert other.type("").save().status_code == 409
    assert other.texts[0] == "As it is"
    assert texts() == ["As it is"]


def test_a_page_without_script_and_without_marks_puts_nothing_over_anything(as_, mentee):
    write(mentee, "As it was")
    tab = Tab(as_(mentee))
    fields = dict.fromkeys(tab.names[:1], "Sent by hand")

    assert as_(mentee).post(tab.url, fields).status_code == 409
    assert texts() == ["As it was"]


def test_two_that_begin_a_sheet_at_the_same_moment_begin_one(at_once):
    member = factories.member()
    entries = Filling(member, "goals").entries

    def save(number):
        typed = {entries[0].key: Typed(entries[0].prompt, f"Text {number}", "")}
        return save_answers(Filling(member, "goals"), typed, page=None)

    results = at_once([lambda number=number: save(number) for number in range(4)])

    assert sorted(map(len, results)) == [0, 1, 1, 1]
    assert (FilledSheet.objects.count(), Answer.objects.count()) == (1, 1)
