"""Pause, resume, conclude (product 33, 35)."""

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from mentorships import services
from mentorships.models import OwnKind, OwnNote, Thanks
from mentorships.services import parting
from mentorships.tests.parting_pages import url
from testing.mails import mails_to
from testing.private_texts import MARKER


def test_a_pause_is_told_and_lifted_by_either(pair, as_, mentor, mentee):
    """Product 33."""
    day = (timezone.localdate() + timezone.timedelta(days=30)).isoformat()
    as_(mentor).post(url(pair, "pause/"), {"until": day})

    pair.refresh_from_db()
    assert (pair.status, pair.paused_until.isoformat()) == ("paused", day)
    assert mails_to(mentee)[-1] == "mentorships/mentorship_paused"
    page = as_(mentee).get(url(pair)).content.decode()
    assert "Paused until around" in page
    as_(mentee).post(url(pair, "resume/"))
    pair.refresh_from_db()
    assert (pair.status, pair.paused_until) == ("active", None)
    assert mails_to(mentor)[-1] == "mentorships/mentorship_resumed"


@pytest.mark.parametrize("until", ("2020-01-01", "soon", "2026-02-30"))
def test_a_day_that_cannot_be_is_said_at_the_field(until, pair, as_, mentee):
    """Bad input."""
    page = as_(mentee).post(url(pair, "pause/"), {"until": until})

    pair.refresh_from_db()
    assert page.status_code == 200
    assert "error" in page.content.decode()
    assert pair.status == "active"


def test_pausing_and_resuming_twice_is_said_and_changes_nothing(pair, as_, mentee, mentor):
    """Two tabs."""
    client = as_(mentee)
    for _ in range(2):
        client.post(url(pair, "pause/"), {})
    assert mails_to(mentor).count("mentorships/mentorship_paused") == 1
    for _ in range(2):
        page = client.post(url(pair, "resume/"), follow=True)
    assert "has changed since" in page.content.decode()
    assert mails_to(mentor).count("mentorships/mentorship_resumed") == 1


def test_ending_with_thanks_and_a_reflection(pair, as_, mentor, mentee):
    """Product 35: thanks to the other, a reflection for oneself; the mail holds neither."""
    data = {"thanks": f"{MARKER} thanks", "reflection": f"{MARKER} reflection"}
    as_(mentee).post(url(pair, "end/"), data)

    assert Thanks.objects.get().text == data["thanks"]
    assert OwnNote.objects.get(kind=OwnKind.REFLECTION).text == data["reflection"]
    page = as_(mentor).get(url(pair, "end/")).content.decode()
    assert data["thanks"] in page
    assert data["reflection"] not in page
    assert mails_to(mentor)[-1] == "mentorships/mentorship_ended"
    letter = OutgoingMail.objects.filter(to=mentor).latest("pk")
    assert MARKER not in letter.subject + letter.text + letter.html
    assert data["reflection"] in as_(mentee).get(url(pair, "end/")).content.decode()


def test_ending_needs_no_word(pair, as_, mentee):
    """No compulsory report."""
    as_(mentee).post(url(pair, "end/"), {"thanks": "", "reflection": ""})

    pair.refresh_from_db()
    assert pair.status == "ended"
    assert not Thanks.objects.exists()
    assert not OwnNote.objects.exists()


def test_when_the_other_was_quicker_nothing_typed_is_lost(ended, as_, mentee):
    """Bad input: both end at the same moment."""
    page = as_(mentee).post(url(ended, "end/"), {"thanks": "for the maps", "reflection": "I listened"})

    assert page.status_code == 200
    assert "for the maps" in page.content.decode()
    assert "I listened" in page.content.decode()
    assert not Thanks.objects.exists()


def test_both_ending_at_once_end_it_once(committed, at_once):
    """One step, once."""
    pair = factories.pair(factories.mentor().member, factories.member())
    people = (pair.mentor, pair.mentee)
    done = at_once([lambda who=who: parting.conclude(_again(pair), by=who) for who in people])

    assert sorted(map(type, done), key=str) == sorted(
        [type(None), services.MentorshipMoveNotAllowed], key=str
    )
    assert pair.mentor.mentor_profile.__class__.objects.get().active == 0
    assert OutgoingMail.objects.filter(kind="mentorships/mentorship_ended").count() == 1


def _again(pair):
    return type(pair).objects.select_related("mentor", "mentee").get(pk=pair.pk)


@pytest.mark.parametrize("who", ("stranger", "coordinator"))
@pytest.mark.parametrize("page", ("pause/", "resume/", "end/", "end/thanks/", "end/reflection/"))
def test_nobody_else_can_tell_that_there_is_a_pair(who, page, pair, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    assert client.post(url(pair, page), {}).status_code == 404
    assert pair.changes.count() == 1
