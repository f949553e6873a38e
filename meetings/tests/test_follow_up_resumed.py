"""Product 38: a pair that goes on, at once or after a pause, and what has become of its meetings."""

import pytest

from meetings.models import Meeting
from meetings.services import follow_up
from mentorships import services as life
from testing.meeting_pages import mails, of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_resumed_nothing_comes_back_and_the_rhythm_is_offered_again(full, as_, mentor, mentee):
    life.pause(full, by=mentor)
    follow_up.after_pairs()
    life.resume(full, by=mentee)
    follow_up.after_pairs()
    follow_up.with_time()

    assert not Meeting.objects.agreed().ahead().exists()
    assert says(as_(mentee), of(full, "rhythm"), "Use your last schedule again") != []
    form = as_(mentor).get(of(full, "rhythm", "new")).content.decode()
    assert 'value="first" selected' in form and 'value="TU" selected' in form
    assert "Nothing is arranged yet." in main_text(as_(mentee).get("/meetings/"))


def test_a_pause_taken_back_before_anybody_was_told_leaves_all_as_it_was(full, mentor):
    before = list(full.meetings.order_by("pk").values_list("pk", "status"))
    life.pause(full, by=mentor)
    life.resume(full, by=mentor)
    follow_up.after_pairs()

    assert list(full.meetings.order_by("pk").values_list("pk", "status")) == before
    assert mails(mentor) == []


def test_a_pair_that_goes_on_is_left_alone(full, mentor):
    before = list(full.meetings.order_by("pk").values_list("pk", "status"))
    follow_up.after_pairs()

    assert list(full.meetings.order_by("pk").values_list("pk", "status")) == before
    assert mails(mentor) == []
