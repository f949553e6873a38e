"""Product 13: who fills up, pauses or is hidden leaves the list of mentors at once."""

import pytest

from matching.tests.mentor_cards import everybody
from profiles import moderation, services
from profiles.models import MentorProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forty")]


def facts(name):
    return MentorProfile.objects.select_related("member").get(member__name=name)


def test_a_mentor_who_fills_up_stays_and_leaves_the_accepting_at_once(browse, reader):
    """Product 9."""
    profile = facts("Ngaire Whitmore")
    services.take_place(profile.member)

    assert "Ngaire Whitmore" in everybody(browse)
    assert "Ngaire Whitmore" not in everybody(browse, accepting="true")

    services.give_back_place(profile.member)
    assert "Ngaire Whitmore" in everybody(browse, accepting="true")


def test_a_mentor_who_pauses_is_gone_from_list_search_and_profile_at_once(browse, client):
    """Product 9."""
    profile = facts("Wanjiru Kamande")
    assert browse(q="kenya").names == ["Wanjiru Kamande"]

    services.pause(profile)

    assert "Wanjiru Kamande" not in everybody(browse)
    assert browse(q="kenya").names == []
    assert client.get(f"/mentors/{profile.member.code}/").status_code == 404


def test_a_mentor_hidden_by_a_coordinator_is_gone_and_comes_back(browse):
    profile = facts("Gareth Pemberton-Lyle")

    moderation.hide(profile, reason="A check of the post.")
    assert "Gareth Pemberton-Lyle" not in everybody(browse)

    moderation.unhide(profile)
    assert "Gareth Pemberton-Lyle" in everybody(browse)
