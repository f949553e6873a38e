"""The fast ways to a member and a mentor find what the usual ones find, in two statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import member, mentor
from profiles.models import Member, MentorProfile

pytestmark = pytest.mark.django_db


def test_the_fast_way_to_a_member_finds_the_same_as_the_usual_one():
    ada = member(languages=["en", "fr"], country="KE", months_away=[7])
    fast, usual = Member.objects.get_fast(ada.pk), Member.objects.get(pk=ada.pk)

    assert {f.name: getattr(fast, f.name) for f in Member._meta.concrete_fields} == {
        f.name: getattr(usual, f.name) for f in Member._meta.concrete_fields
    }
    assert Member.objects.get_fast(ada.pk + 1) is None


def test_the_fast_way_to_a_mentor_finds_the_same_as_the_usual_one():
    one = mentor(areas=["archives", "copyright"], windows=["weekends"])
    fast, usual = (MentorProfile.objects.get_fast(one.member.code), MentorProfile.objects.get(pk=one.pk))

    assert {f.name: getattr(fast, f.name) for f in MentorProfile._meta.concrete_fields} == {
        f.name: getattr(usual, f.name) for f in MentorProfile._meta.concrete_fields
    }
    assert fast.member == one.member


def test_the_fast_way_takes_two_statements_and_finds_nobody_by_a_strange_code():
    one = mentor()

    with CaptureQueriesContext(connection) as seen:
        found = MentorProfile.objects.get_fast(one.member.code)
        assert found.member.name == one.member.name
    assert len(seen) == 2
    assert MentorProfile.objects.get_fast(member().code) is None
