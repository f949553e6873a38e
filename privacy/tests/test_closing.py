"""Closing an account: shredding, and what stays (product 60, P5, P6, P16)."""

import factories
from mail.models import OutgoingMail
from matching.models import MentorRequest
from mentorships.models import DataKey, Mentorship
from privacy import account_closure
from privacy.models import AccountClosure
from privacy.tests.leaving import kinds, leave, open_by
from profiles.models import Member, MentorProfile
from testing.private_texts import MARKER, cells


def test_at_once_requests_end_and_the_partner_is_told(written, mentor, mentee):
    """Product 60: both told; nobody asks any more; nothing is lost yet."""
    other = factories.mentor().member
    asked = factories.request(mentee, other)
    received = factories.request(factories.member(), mentor)
    before = len(cells())

    account_closure.request_closure(mentee, leave_words=False)
    account_closure.request_closure(mentor, leave_words=False)

    assert MentorRequest.objects.get(pk=asked.pk).status == "withdrawn"
    assert MentorRequest.objects.get(pk=received.pk).status == "declined"
    assert MentorProfile.objects.get(member=mentor).status == "paused"
    assert "privacy/closing_begun" in kinds(mentee.email)
    assert "privacy/partner_leaves" in kinds(mentor.email)
    assert len([cell for cell in cells() if cell.words]) == before
    assert account_closure.finish_due_closures() == 0


def test_what_the_leaver_wrote_is_shredded_and_the_others_stays(written, mentor, mentee):
    """P5."""
    theirs = len(open_by(mentor))
    leave(mentee)

    assert open_by(mentee) == []
    assert len(open_by(mentor)) == theirs > 5
    assert not DataKey.objects.filter(author=mentee).exists()
    assert Mentorship.objects.get(pk=written.pk).status == "ended"


def test_words_left_to_the_partner_stay_without_the_name(written, as_, mentor, mentee):
    """Product 60: signed former member; requests and notes for oneself go all the same."""
    leave(mentee, leave_words=True)
    page = as_(mentor).get(f"{written.get_absolute_url()}feedback/").content.decode()

    assert MARKER in page
    assert "Former\u00a0member" in page
    assert "Amina" not in page
    labels = {cell.model._meta.label for cell in open_by(mentee)}
    assert "feedback.Feedback" in labels
    assert not labels & {"matching.Bookmark", "mentorships.OwnNote", "matching.MentorRequest"}


def test_when_both_have_gone_nothing_is_left(written, mentor, mentee):
    """P5."""
    leave(mentee, leave_words=True)
    leave(mentor, leave_words=True)

    assert not DataKey.objects.filter(scope=written.code).exists()
    assert [cell for cell in cells() if cell.words] == []


def test_what_is_left_of_a_member_names_nobody(written, mentee):
    """P5: the row keeps a code and dates; every table is searched for the name and the address."""
    name, address = mentee.name, mentee.email
    leave(mentee)
    OutgoingMail.objects.filter(kind="privacy/account_closed").delete()  # on its way; then retention's
    OutgoingMail.objects.exclude(sent_at=None, dead_at=None).update(text="", html="", subject="")

    assert mentee.email.endswith("@closed.invalid")
    assert not mentee.is_active
    assert not mentee.has_usable_password()
    for values in Member.objects.values():
        assert name not in str(values)
        assert address not in str(values)
    assert not OutgoingMail.objects.filter(address=address).exists()


def test_sessions_end_at_once(written, as_, mentee):
    """P16."""
    client = as_(mentee)
    assert client.get("/requests/").status_code == 200
    leave(mentee)

    assert client.get("/requests/").status_code == 302


def test_the_page_asks_what_becomes_of_the_words(as_, mentee):
    """Product 60: said before, no default guessed."""
    client = as_(mentee)
    client.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    page = client.post("/profile/close/", {})

    assert "This field is required" in page.content.decode()
    assert not AccountClosure.objects.exists()
    client.post("/profile/close/", {"words": "leave"})
    assert AccountClosure.objects.get().leave_words
    assert "Keep my account" in client.get("/profile/close/").content.decode()
