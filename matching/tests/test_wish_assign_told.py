"""Product 24: who hears of it when somebody asks the coordinators for a mentor, and who does not."""

import pytest

from factories import member
from mail.models import OutgoingMail
from matching import wishes
from matching.models import Wish, WishStatus
from matching.tests.assign_page import PAGE, SAID
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def told():
    return OutgoingMail.objects.filter(kind="matching/wish_handed_over")


def test_coordinators_are_told_once_a_day_without_a_word(as_, seeker, coordinator):
    client = as_(seeker)
    for _twice in range(2):
        client.post(PAGE, SAID)
        client.post(PAGE, {"undo": "1"})

    (mail,) = told()
    assert mail.to == coordinator
    for word in ("Amina", "sea maps", "leader"):
        assert word not in mail.subject + mail.text + mail.html


def test_deleted_and_posted_anew_it_is_no_new_mail(seeker, coordinator):
    """Attack A10: a post of the same day has another number, and its writer is the same."""
    for _again in range(3):
        wishes.write_wish(seeker, what="Somebody who knows sea maps.", focus="specific-skill")
        wishes.hand_to_coordinators(seeker)
        wishes.take_back_wish(seeker)

    assert told().count() == 1


def test_a_coordinator_who_asks_is_not_told_of_themselves(as_, coordinator):
    as_(coordinator).post(PAGE, SAID | {"work": "", "other_employer": ""})

    assert not told().exists()


def test_mentors_do_not_see_what_was_chosen(as_, seeker, mentor):
    as_(seeker).post(PAGE, SAID)
    page = main_text(as_(mentor).get("/wishes/"))

    assert "knows sea maps." in page
    assert "weekend" not in page.lower()
    assert "City Library" not in page


def test_somebody_else_changes_nothing(as_, seeker):
    as_(seeker).post(PAGE, SAID)
    as_(member()).post(PAGE, {"undo": "1"})

    assert Wish.objects.get().status == WishStatus.ASSIGN
