"""Product 9, 13, 23: what the verbs of people promise, also to pages loaded a moment too early."""

import pytest

from directory.models import Listing
from factories import HOSTILE, member, mentor
from mail.models import OutgoingMail
from profiles import moderation, services
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus

pytestmark = pytest.mark.django_db


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_hide_and_unhide_tell_the_mentor_once_each_with_the_reason():
    one = mentor()
    for _ in range(2):
        moderation.hide(one, reason="The post has changed.")
    for _ in range(2):
        moderation.unhide(one)

    hidden, shown = OutgoingMail.objects.order_by("pk")
    assert (hidden.kind, shown.kind) == ("profiles/profile_hidden", "profiles/profile_shown")
    assert "The post has changed." in hidden.text
    assert hidden.to == shown.to == one.member


def test_suspend_and_restore_tell_the_member_once_each():
    one = member()
    for _ in range(2):
        moderation.suspend(one)
    for _ in range(2):
        moderation.restore(one)

    kinds = OutgoingMail.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["profiles/account_suspended", "profiles/account_restored"]


def test_a_page_loaded_before_does_not_undo_what_a_coordinator_decided():
    one = mentor()
    old_profile, old_member = again(one), again(one.member)
    moderation.hide(one, reason="A check.")
    moderation.suspend(one.member)

    services.save_mentor(old_profile)
    services.save_member(old_member)

    assert again(one).hidden_reason == "A check."
    assert not again(one.member).is_active
    assert not Listing.objects.get(mentor=one).listed


def test_a_page_loaded_before_does_not_undo_a_new_password_or_a_taken_place():
    one = mentor()
    old_profile, old_member = again(one), again(one.member)
    one.member.set_password("another-secret")
    one.member.save()
    services.take_place(one.member)
    services.update_answer_time(one.member, after_days=2.0)

    services.save_mentor(old_profile)
    services.save_member(old_member)

    assert again(one.member).check_password("another-secret")
    assert (again(one).active, again(one).answer_days) == (1, 2.0)


def test_the_first_save_twice_is_one_profile():
    one = member()
    for bio in ("First.", "Second."):
        services.save_mentor(MentorProfile(member=one, bio=bio))

    assert MentorProfile.objects.get().bio == "Second."


def test_no_place_beyond_the_last():
    """Product 23."""
    one = mentor(capacity=2)
    for _ in range(2):
        services.take_place(one.member)

    with pytest.raises(services.NoRoom):
        services.take_place(one.member)
    assert again(one).active == 2


def test_more_places_given_back_than_taken_stay_none():
    one = mentor()
    services.give_back_place(one.member)

    assert again(one).active == 0


@pytest.mark.parametrize("missing", ["areas", "bio"])
def test_a_profile_that_says_too_little_is_not_published_and_says_why(missing):
    one = mentor(published=False, **{missing: [] if missing == "areas" else ""})

    with pytest.raises(services.NotReady) as error:
        services.publish(one)
    assert len(error.value.args[0]) == 1
    assert again(one).status == ProfileStatus.DRAFT


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_can_be_listed_and_searched(name):
    """Issue 2, bad input: also a word longer than a full-text engine takes."""
    text = HOSTILE[name].replace("\x00", "")
    one = mentor(bio=text[:3000], name=text[:100].strip() or "Somebody", employer=text[:120])

    assert Listing.objects.get(mentor=one).listed
    services.save_member(Member.objects.get(pk=one.member_id))


@pytest.mark.parametrize("letter", ["a", "é", "漢", "😀", "\u0301", "ß", "'", "\\"])
def test_three_thousand_of_any_letter_can_be_listed(letter):
    assert Listing.objects.get(mentor=mentor(bio=letter * 3000)).listed
