"""Product 60, P30: what a member takes along of the account, the profile and the looks of coordinators."""

import json
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession

from factories import member, mentor
from profiles import privacy
from profiles.models import AccessedObject, AccessLogEntry, Member

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def look(about, by, *, what=AccessedObject.MEMBER, at=NOON):
    AccessLogEntry.objects.create(member=about, by=by, what=what, at=at)


def test_a_profile_holds_all_that_was_told_and_no_number_of_ours():
    one = member(name="Amina", city="Kisumu", country="KE", seeking=["isolation"], months_away=[7])

    [profile] = privacy.profile_of(one)

    assert (profile["name"], profile["city"], profile["country"]) == ("Amina", "Kisumu", "KE")
    assert (profile["seeking"], profile["months_away"]) == (["isolation"], [7])
    assert not {"id", "password", "is_superuser"} & profile.keys()


def test_every_part_can_be_written_as_json(coordinator):
    """Moments, times of day and countries are no types that JSON knows."""
    one = mentor(country="NO", work_from="09:00", work_to="17:00").member
    UserSession.objects.create(user=one, session_key="a", ip="192.0.2.1", user_agent="Firefox")
    look(one, coordinator)
    one = Member.objects.get(pk=one.pk)

    for part in (privacy.profile_of, privacy.mentor_profile_of, privacy.sign_ins_of, privacy.looks_at):
        assert json.loads(json.dumps(list(part(one))))


def test_who_is_no_mentor_has_an_empty_part_of_it(mentee):
    assert list(privacy.mentor_profile_of(mentee)) == []


def test_a_mentor_profile_is_the_members_own(mentor):
    other = member()

    [profile] = privacy.mentor_profile_of(mentor)
    assert profile["bio"] == "I describe seed packets."
    assert "member" not in profile
    assert list(privacy.mentor_profile_of(other)) == []


def test_a_draft_is_taken_along_like_what_is_published():
    one = mentor(published=False, bio="Not ready.")

    assert [profile["bio"] for profile in privacy.mentor_profile_of(one.member)] == ["Not ready."]


def test_every_address_and_every_place_of_a_sign_in_is_there(mentee, stranger):
    EmailAddress.objects.create(user=mentee, email="second@test.example", verified=False)
    for user, ip in ((mentee, "192.0.2.1"), (stranger, "192.0.2.2")):
        UserSession.objects.create(user=user, session_key=ip, ip=ip, user_agent="Firefox")

    first, second, session = privacy.sign_ins_of(mentee)

    assert first == {"address": mentee.email, "verified": True, "primary": True}
    assert second == {"address": "second@test.example", "verified": False, "primary": False}
    assert (session["from"], session["with"]) == ("192.0.2.1", "Firefox")


def test_the_key_of_a_session_is_not_taken_along(mentee):
    """An archive that is found must not sign anybody in."""
    UserSession.objects.create(user=mentee, session_key="open-sesame", ip="192.0.2.1", user_agent="Firefox")

    assert "open-sesame" not in json.dumps(list(privacy.sign_ins_of(mentee)))


def test_looks_are_in_the_order_of_time_with_who_looked(mentee, coordinator):
    look(mentee, coordinator, at=NOON.replace(hour=15))
    look(mentee, coordinator, what=AccessedObject.CASE)

    assert list(privacy.looks_at(mentee)) == [
        {"who": "Grace Whitfield", "what": "case", "at": "2026-07-01T12:00:00+00:00"},
        {"who": "Grace Whitfield", "what": "member", "at": "2026-07-01T15:00:00+00:00"},
    ]


def test_a_report_about_a_member_is_not_given_away_by_the_archive(mentee, coordinator):
    look(mentee, coordinator, what=AccessedObject.ABOUT)

    assert list(privacy.looks_at(mentee)) == []


@pytest.mark.parametrize("count", [1, 50])
def test_any_number_of_looks_is_one_statement(count, mentee, django_assert_num_queries):
    for _ in range(count):
        look(mentee, member(is_staff=True))

    with django_assert_num_queries(1):
        assert len(list(privacy.looks_at(mentee))) == count
