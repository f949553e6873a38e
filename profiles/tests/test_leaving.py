"""Product 60, P16: when a member leaves, photo and profile go; a row without a name stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

import factories
from directory.models import Listing
from mail.models import OutgoingMail
from profiles import moderation, photo_files, photos, privacy, services
from profiles.models import Member, MentorProfile
from testing import pictures

pytestmark = pytest.mark.django_db


def emptied(member):
    assert privacy.empty_profiles(member, leave_words=False) == ()
    return Member.objects.get(pk=member.pk)


def test_a_row_without_a_name_stays_that_nobody_can_sign_in_with(mentee):
    gone = emptied(mentee)

    assert gone.name == "Former\u00a0member"
    assert gone.email == f"closed-{mentee.code.hex}@closed.invalid"
    assert not gone.is_active and gone.left_at
    assert not gone.check_password("secret-enough") and not gone.has_usable_password()


def test_all_that_was_told_is_gone_and_dates_of_the_account_stay():
    fields = {
        "city": "Kisumu",
        "country": "KE",
        "seeking": ["isolation"],
        "contact": "Signal",
        "languages": ["sw"],
    }
    one = factories.member(**fields, hours_per_month=4, work_days=[0], pronouns="she/her")
    gone = emptied(one)

    assert not any(getattr(gone, name) for name in (*fields, "hours_per_month", "work_days", "pronouns"))
    assert (gone.code, gone.joined_at, gone.time_zone) == (one.code, one.joined_at, one.time_zone)


@pytest.mark.parametrize("language", ["es", "fr"])
def test_the_name_that_stays_is_in_the_language_of_who_left_and_is_one_word(language):
    gone = emptied(factories.member(language=language))

    assert gone.name != "Former\u00a0member"
    assert gone.first_name == gone.name


def test_a_coordinator_who_leaves_is_none_any_more(coordinator):
    gone = emptied(coordinator)

    assert not gone.is_staff and not gone.is_superuser


def test_a_mentor_leaves_the_list_and_keeps_the_number_of_places(mentor, mentee):
    """Pairs still count in `active`, and the database wants it within `capacity`."""
    factories.pair(mentor, mentee)
    emptied(mentor)

    profile = MentorProfile.objects.get()
    assert (profile.bio, profile.areas, profile.status) == ("", [], "draft")
    assert (profile.capacity, profile.active) == (2, 1)
    assert not Listing.objects.filter(listed=True).exists()


def test_the_photo_is_deleted_from_the_disk(mentee):
    mentee.photo = photo_files.store(photos.redraw(SimpleUploadedFile("me.jpg", pictures.JPEG)))
    mentee.save()
    assert emptied(mentee).photo == ""
    assert photo_files.paths() == []


def test_who_has_left_is_not_restored_by_a_coordinator(mentee):
    gone = emptied(mentee)
    moderation.restore(gone)

    assert not Member.objects.get(pk=mentee.pk).is_active
    assert not OutgoingMail.objects.exists()


def test_a_page_loaded_before_somebody_left_brings_nothing_back(mentor):
    old_member, old_profile = Member.objects.get(), MentorProfile.objects.get()
    emptied(mentor)

    services.save_member(old_member)
    services.save_mentor(old_profile)

    member, profile = Member.objects.get(), MentorProfile.objects.get()
    assert (member.name, profile.bio, profile.status) == ("Former\u00a0member", "", "draft")
    assert member.left_at
    assert not Listing.objects.filter(listed=True).exists()


def test_a_page_loaded_before_an_account_was_set_to_close_does_not_undo_it(mentee):
    old = Member.objects.get(pk=mentee.pk)
    Member.objects.filter(pk=mentee.pk).update(leaving_at=timezone.now(), not_now_at=timezone.now())

    services.save_member(old)

    mentee.refresh_from_db()
    assert mentee.leaving_at and mentee.not_now_at
