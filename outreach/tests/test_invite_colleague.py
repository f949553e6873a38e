"""Inviting a colleague: one mail, none of the sender's words, limits in every direction (attack A9)."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from joining.models import RosterEntry
from mail.incoming.suppression_list import suppress
from mail.models import OutgoingMail
from outreach.models import ColleagueInvitation, InvitedAddress
from outreach.models.invitation import hash_of_address
from outreach.notifications import read_stop_token, stop_token
from outreach.privacy import forget_addresses_invited, forget_invitations_sent
from outreach.services import inviting

INVITE = "/invite-a-colleague/"
ADDRESS = "maud@library.example"
KIND = "outreach/invited_colleague"


def sent(**typed):
    return {"address": ADDRESS, "mail_language": "en-gb"} | typed


def mails():
    return OutgoingMail.objects.filter(kind=KIND)


def page(answer):
    return answer.content.decode()


def test_one_mail_goes_out_in_the_language_chosen(as_, mentor):
    answer = as_(mentor).post(INVITE, sent(mail_language="fr"))

    assert answer.status_code == 302
    mail = mails().get()
    assert (mail.address, mail.to) == (ADDRESS, None)
    assert mentor.name in mail.text and "mentorat" in mail.text


def test_its_link_holds_no_secret_and_there_is_a_way_to_be_left_alone(as_, mentor, settings):
    as_(mentor).post(INVITE, sent())

    text = mails().get().text
    assert f"{settings.SITE_URL}/\n" in text
    assert f"{settings.SITE_URL}/invited/stop/" in text
    assert ADDRESS not in text


def test_the_text_to_copy_leads_to_the_open_pages(as_, mentor, settings):
    shown = page(as_(mentor).get(INVITE))

    assert f"What it is: {settings.SITE_URL}/" in shown
    assert f"{settings.SITE_URL}/could-i-be-a-mentor/" in shown


def test_nothing_of_the_sender_but_the_name_is_in_it(as_, mentor):
    """There is no field for words; what is sent for one is not taken."""
    as_(mentor).post(INVITE, sent(message="Click http://evil.example", text="Click", note="Click"))

    assert "evil" not in mails().get().text and "Click" not in mails().get().text


@pytest.mark.parametrize(
    "typed", ("", "nobody", "two@a.example, three@b.example", "a@b", "x" * 300 + "@a.example")
)
def test_what_is_no_address_is_refused_at_its_field(as_, mentor, typed):
    answer = as_(mentor).post(INVITE, sent(address=typed))

    assert answer.status_code == 422
    assert "Please check one thing" in page(answer)
    assert not mails().exists() and not ColleagueInvitation.objects.exists()


def test_never_twice_to_one_address_within_a_year_whoever_asks(as_, mentor, mentee):
    as_(mentor).post(INVITE, sent())
    first = page(as_(mentor).get(INVITE))
    again = as_(mentee).post(INVITE, sent(address="  MAUD@Library.example "), follow=True)

    assert mails().count() == 1
    assert "Thank you. We’ll email your colleague" in page(again)  # the same words as the first time
    assert "Thank you. We’ll email your colleague" in first


def test_after_a_year_once_more(as_, mentor):
    as_(mentor).post(INVITE, sent())
    InvitedAddress.objects.update(sent_at=timezone.now() - timedelta(days=366))
    as_(mentor).post(INVITE, sent())

    assert mails().count() == 2


def test_who_has_said_no_is_never_written_to(client, as_, mentor):
    as_(mentor).post(INVITE, sent())
    client.logout()
    stop = f"/invited/stop/{stop_token(hash_of_address(ADDRESS))}/"

    assert "Do not invite me again" in page(client.get(stop))
    assert InvitedAddress.objects.get().refused_at is None  # looking changes nothing
    for _click in range(2):
        assert client.post(stop).status_code == 200
    InvitedAddress.objects.update(sent_at=timezone.now() - timedelta(days=999))
    as_(mentor).post(INVITE, sent())

    assert mails().count() == 1


@pytest.mark.parametrize("token", ("x", "a.b", f"{'0' * 64}.forged", "é"))
def test_a_forged_stop_stops_nothing(client, db, token):
    assert client.post(f"/invited/stop/{token}/").status_code == 404
    assert not InvitedAddress.objects.exists()
    assert read_stop_token(token) is None


def test_members_bounces_and_those_who_said_no_thanks_get_nothing_and_the_sender_learns_nothing(
    as_, mentor, mentee
):
    suppress("gone@library.example", "SMTP 550")
    RosterEntry.objects.create(
        name="No Thanks", email="no@library.example", state="current", declined_at=timezone.now()
    )
    words = set()
    for address in (mentee.email, "gone@library.example", "no@library.example"):
        answer = as_(mentor).post(INVITE, sent(address=address), follow=True)
        words.add("Thank you. We’ll email your colleague" in page(answer))

    assert words == {True}
    assert not mails().exists()


def test_ones_own_address_is_refused(as_, mentor):
    answer = as_(mentor).post(INVITE, sent(address=mentor.email.upper()))

    assert answer.status_code == 422
    assert "this one is your own" in page(answer)


def test_three_a_day_and_what_was_typed_stays(as_, mentor):
    for n in range(3):
        as_(mentor).post(INVITE, sent(address=f"one{n}@library.example"))
    answer = as_(mentor).post(INVITE, sent())

    assert answer.status_code == 422
    assert "three people today" in page(answer) and ADDRESS in page(answer)
    assert mails().count() == 3


def test_addresses_that_get_nothing_count_too(as_, mentor, mentee):
    """Else the limit would tell who is a member."""
    for _n in range(3):
        as_(mentor).post(INVITE, sent(address=mentee.email))

    assert as_(mentor).post(INVITE, sent()).status_code == 422


def test_ten_a_month_and_so_many_a_day_from_everybody(mentor, mentee, monkeypatch):
    old = timezone.now() - timedelta(days=2)
    for _n in range(10):
        ColleagueInvitation.objects.create(by=mentor, sent_at=old)
    with pytest.raises(inviting.CannotInviteColleague, match="ten people"):
        inviting.invite_colleague(by=mentor, address=ADDRESS, language="en-gb")

    monkeypatch.setattr(inviting, "ALL_A_DAY", 1)
    ColleagueInvitation.objects.create(by=mentor)
    with pytest.raises(inviting.CannotInviteColleague, match="Many invitations"):
        inviting.invite_colleague(by=mentee, address=ADDRESS, language="en-gb")
    assert not mails().exists()


def test_two_senders_at_once_write_one_mail(at_once):
    senders = [factories.member() for _n in range(4)]

    at_once(
        [lambda by=by: inviting.invite_colleague(by=by, address=ADDRESS, language="en-gb") for by in senders]
    )

    assert mails().count() == 1
    assert ColleagueInvitation.objects.count() == 4


def test_one_sender_at_once_stays_within_the_limit(at_once):
    by = factories.member()

    def invite(n):
        inviting.invite_colleague(by=by, address=f"one{n}@library.example", language="en-gb")

    at_once([lambda n=n: invite(n) for n in range(6)])

    assert ColleagueInvitation.objects.count() == 3


def test_no_address_is_kept_in_the_clear(as_, mentor):
    as_(mentor).post(INVITE, sent())

    rows = [*InvitedAddress.objects.values(), *ColleagueInvitation.objects.values()]
    assert "maud" not in str(rows)


def test_who_is_leaving_invites_nobody(mentor):
    type(mentor).objects.filter(pk=mentor.pk).update(leaving_at=timezone.now())

    with pytest.raises(inviting.CannotInviteColleague, match="set to close"):
        inviting.invite_colleague(by=mentor, address=ADDRESS, language="en-gb")


def test_what_nobody_needs_goes_and_a_no_stays(as_, mentor):
    as_(mentor).post(INVITE, sent())
    InvitedAddress.objects.refuse(hash_of_address("other@library.example"))
    later = timezone.now() + timedelta(days=400)

    assert forget_invitations_sent(later, timedelta(days=31)) == 1
    assert forget_addresses_invited(later, timedelta(days=366)) == 1
    assert InvitedAddress.objects.get().refused_at
