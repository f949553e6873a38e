"""What the room of people offers to others: the home page, and what coordinators may do."""

from django.core.cache import cache
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.doctor import DOCTOR
from mentoring.lib.registry.handover import settings_part
from mentoring.lib.registry.hooks import (
    DUE,
    MEMBER_TO_DO,
    STAFF_MEMBER_LINKS,
    STAFF_SINCE,
    STAFF_SITE,
    STAFF_TO_DO,
    StaffTask,
    label_fields,
)
from mentoring.lib.registry.roles import coordinators_may
from profiles import doctor, exchange, merging, services
from profiles.models import Member, MentorProfile

STEP = 5  # fewer people than that are not counted in news
AN_HOUR = 3600  # seconds

DOCTOR.register(order=16, name="photos")(doctor.photos)
DUE.register(order=94, name="words that were merged")(merging.carry_merged_words)
coordinators_may("profiles", "view_member", "view_mentorprofile", "view_term", "add_term", "change_term")
coordinators_may("profiles", "view_termlabel", "add_termlabel", "change_termlabel")
settings_part(
    "vocabularies",
    gettext_lazy("Vocabularies"),
    export=exchange.export_words,
    read=exchange.read_words,
    changed=exchange.changed_from_shipped,
    order=20,
)
label_fields(
    {
        "bio": gettext_lazy("About me"),
        "ask_me_about": gettext_lazy("Ask me about"),
        "contact": gettext_lazy("How to reach you in a mentorship"),
    }
)


@DUE.register(order=95, name="photos that are nobody's")
def photos_of_nobody(now):
    """Once an hour: for a bucket it is work to list all of them."""
    return services.remove_unused_photos(now) if cache.add("photos-listed", 1, AN_HOUR) else 0


@STAFF_TO_DO.register(order=30)
def hidden_profiles_changed(coordinator):
    """Profiles that a coordinator hid and whose mentor has changed them since: shall they be shown again?"""
    if not coordinator.has_perm("profiles.view_mentorprofile"):
        return
    hidden = MentorProfile.objects.filter(hidden_at__lt=F("changed_at"), member__is_active=True)
    for mentor in hidden.only("changed_at"):
        yield StaffTask(
            label=_("A hidden profile has been changed by its mentor"),
            since=mentor.changed_at,
            url=reverse("admin:profiles_mentorprofile_change", urlconf=STAFF_SITE, args=[mentor.pk]),
            action=_("Look at it again"),
            late_days=7,
        )


@STAFF_SINCE.register(order=10)
def joined_since(person, since):
    """Who joined and who became a mentor, in steps of five; nothing below five."""
    if not person.has_perm("profiles.view_member"):
        return
    joined = Member.objects.filter(joined_at__gte=since, left_at=None).count()
    mentors = MentorProfile.objects.filter(published_at__gte=since).count()
    for count, sentence in (
        (joined, _("About %(n)d people joined.")),
        (mentors, _("About %(n)d people became mentors.")),
    ):
        if count >= STEP:
            yield sentence % {"n": STEP * round(count / STEP)}


@STAFF_MEMBER_LINKS.register(order=10)
def mentor_profile_of(coordinator, member):
    """The page of a member's mentor profile, if there is one."""
    for pk in MentorProfile.objects.filter(member=member).values_list("pk", flat=True):
        yield reverse("admin:profiles_mentorprofile_change", args=[pk]), _("Mentor profile")


@MEMBER_TO_DO.register(order=70)
def profile_to_begin(member):
    """Last of all: nothing is suggested to somebody who has not said what they look for."""
    if not member.seeking and not member.is_mentor:
        yield reverse("profile"), _("Say what you’re looking for, and we’ll suggest mentors")
