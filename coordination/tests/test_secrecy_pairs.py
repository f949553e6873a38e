"""The staff site tells nothing of any pair, to coordinators and superusers alike (P13, ways 8-11)."""

import pytest
from django.contrib import admin
from django.urls import reverse

from conduct.models import Case
from configuration.models import Announcement, NumberChange, TextChange
from coordination.models import RoleChange
from feedback.models import Feedback, FeedbackRequest
from figures.models import Publication
from guidance.models import Video
from joining.models import RosterEntry, RosterImport
from mail.models import OutgoingMail, Undeliverable
from matching.models import Bookmark, MentorRequest, Wish
from mentoring.lib.vault import KeyRingError, load_ring
from mentorships.models import DataKey, Mentorship, StatusChange
from open_hours.models import TalkDay
from outreach.models import Quote
from peers.models import PeerProfile
from profiles.models import Member, MentorProfile, Term
from programmes.models import Programme
from testing.private_texts import MARKER
from testing.staff_pages import SITE, name_of, shown

pytestmark = pytest.mark.django_db


def test_only_models_that_know_no_pair_are_registered():
    """P13: no pair, no request, no feedback, no key; no address, session or group either."""
    assert set(admin.site._registry) == {
        Case,
        Announcement,
        NumberChange,
        TextChange,
        OutgoingMail,
        Member,
        MentorProfile,
        PeerProfile,
        Programme,
        Publication,
        Quote,
        RoleChange,
        RosterEntry,
        RosterImport,
        TalkDay,
        Term,
        Undeliverable,
        Video,
        Wish,
    }


def test_every_page_is_the_same_to_the_byte_without_the_pairs(staff):
    """P13: lists, details, histories, delete pages, first pages. The pairs leave no trace in any."""
    with_pairs = shown(staff)
    assert len(with_pairs) > 50
    for model in (Bookmark, FeedbackRequest, Feedback, MentorRequest, StatusChange, Mentorship, DataKey):
        assert model.objects.exists() or model is FeedbackRequest
        model.objects.all().delete()

    assert shown(staff) == with_pairs


def test_no_page_holds_two_names_of_a_pair_or_a_word_of_theirs(staff, people):
    """P13, way 8: only the list of members has all names."""
    lists = {reverse(name_of(Member, "changelist"), urlconf=SITE)}
    for url, (_status, page) in shown(staff).items():
        assert MARKER not in page, url
        assert str(people.pair.code) not in page, url
        if url not in lists:
            assert not ("Rosalind" in page and "Amina" in page), url


def test_no_delete_page_opens_and_nothing_is_deleted(staff):
    """Way 9: the stock page lists related rows of every model, registered or not."""
    for model in admin.site._registry:
        rows = list(model.objects.values_list("pk", flat=True))
        for pk in rows[:3]:
            url = reverse(name_of(model, "delete"), urlconf=SITE, args=[pk])
            assert staff.get(url).status_code == 403
            assert staff.post(url, {"post": "yes"}).status_code == 403
        where = reverse(name_of(model, "changelist"), urlconf=SITE)
        staff.post(where, {"action": "delete_selected", "_selected_action": rows, "post": "yes"})
        staff.post(where, {"action": "delete_selected", "_selected_action": rows, "index": "0"})

        assert list(model.objects.values_list("pk", flat=True)) == rows


def test_the_member_pages_are_not_on_this_site(staff, people):
    """No address of a pair, and no ring to open a text with."""
    for _key, url in people.addresses("mentoring.urls"):
        if url.startswith(("/mentor", "/requests", "/shortlist", "/profile", "/accounts")):
            assert staff.get(url).status_code == 404
    with pytest.raises(KeyRingError):
        load_ring()
