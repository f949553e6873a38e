"""Product 19: who may still write to whom, and whom the same employer pays."""

import pytest

import factories
from matching import rules, services
from profiles import services as profiles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    (
        ("Lakeside College", "Lakeside College", True),
        ("lakeside college ", "LAKESIDE COLLEGE", True),
        ("Lakeside College", "Lakeside Library", False),
        ("Lakeside College", "", False),
        ("", "", False),
        (" ", "", False),
    ),
)
def test_the_same_employer_however_it_is_spelt(mine, theirs, same):
    one, other = factories.member(employer=mine), factories.member(employer=theirs)

    assert rules.same_employer(one, other) is same
    assert rules.same_employer(other, one) is same


def test_a_mentor_in_the_list_may_be_written_to(mentee):
    assert rules.may_write_to(mentee, factories.mentor(), sending=False)


def test_a_mentor_who_never_was_in_the_list_may_not(mentee):
    profile = factories.mentor(published=False)

    assert not rules.may_write_to(mentee, profile, sending=False)
    assert not rules.may_write_to(mentee, profile, sending=True)


def test_one_who_left_the_list_while_somebody_wrote_is_sent_to_but_not_begun_with(mentee):
    profile = factories.mentor()
    profiles.pause(profile)
    profile.refresh_from_db()

    assert rules.may_write_to(mentee, profile, sending=True)
    assert not rules.may_write_to(mentee, profile, sending=False)


def test_a_draft_opens_though_its_mentor_has_left_the_list(mentee, stranger):
    profile = factories.mentor()
    services.save_request_draft(mentee=mentee, mentor=profile.member, message="Half a thought")
    profiles.pause(profile)
    profile.refresh_from_db()

    assert rules.may_write_to(mentee, profile, sending=False)
    assert not rules.may_write_to(stranger, profile, sending=False)
