"""P16: a session belongs to a member who may sign in still, asked with every page and fast."""

import pytest

from profiles.backend import MemberBackend
from profiles.models import Member

pytestmark = pytest.mark.django_db


def test_a_session_finds_its_member_in_one_statement(mentee, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert MemberBackend().get_user(mentee.pk) == mentee


def test_a_session_of_who_is_suspended_is_nobodys(mentee):
    Member.objects.filter(pk=mentee.pk).update(is_active=False)

    assert MemberBackend().get_user(mentee.pk) is None


def test_a_session_of_a_row_that_is_gone_is_nobodys(db):
    assert MemberBackend().get_user(999) is None


@pytest.mark.parametrize("password", ["", "wrong-password", "SECRET-ENOUGH", "secret-enough "])
def test_only_the_password_itself_fits(password, rf, mentee):
    backend = MemberBackend()

    assert backend.authenticate(rf.post("/"), email=mentee.email, password=password) is None
    assert backend.authenticate(rf.post("/"), email=mentee.email, password="secret-enough") == mentee
