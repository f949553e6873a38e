"""What is kept of the association's sign-in is taken along, and goes with its member."""

import pytest
from allauth.socialaccount.models import SocialAccount

import factories
from mail.models import OutgoingMail
from mentoring.lib.registry.personal_data import EXPORT_PARTS
from privacy.erasure import erase_member
from testing.logins import as_login, make, postgres, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return SocialAccount.objects.create(user=factories.member(), provider="members", uid="there-7")


def test_it_is_in_what_members_take_along(account):
    (row,) = EXPORT_PARTS.get("association-sign-in").rows(account.user)

    assert (row["provider"], row["known_there_as"]) == ("members", "there-7")


def test_it_goes_with_its_member_and_no_mail_says_so(account):
    other = SocialAccount.objects.create(user=factories.member(), provider="members", uid="there-8")
    erase_member(account.user, leave_words=False)

    assert list(SocialAccount.objects.all()) == [other]
    assert not OutgoingMail.objects.filter(kind="sso/disconnected").exists()


@postgres
def test_the_worker_may_delete_it_and_nobody_but_the_member_site_ties_a_subject_to_an_account(account):
    make()
    insert = (
        "INSERT INTO socialaccount_socialaccount (provider, uid, user_id, extra_data, last_login, date_joined)"
        f" VALUES ('members', 'mine', {account.user_id}, '{{}}', now(), now())"
    )
    for process in ("staff", "worker"):
        with as_login(process):
            assert refused(insert)
            assert refused("UPDATE socialaccount_socialaccount SET uid = 'mine'")
            assert refused("SELECT * FROM socialaccount_socialapp")
    with as_login("worker"):
        SocialAccount.objects.filter(user=account.user).delete()

    assert not SocialAccount.objects.exists()
