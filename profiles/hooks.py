"""What the room of people offers to others: the home page, and what coordinators may do."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import DUE, MEMBER_TO_DO, coordinators_may, label_fields
from profiles import services

DUE.register(order=95, name="photos that are nobody's")(services.remove_unused_photos)
coordinators_may("profiles", "view_member", "view_mentorprofile", "view_term", "add_term", "change_term")
coordinators_may("profiles", "view_termlabel", "add_termlabel", "change_termlabel")
label_fields(
    {
        "bio": gettext_lazy("About me"),
        "ask_me_about": gettext_lazy("Ask me about"),
        "contact": gettext_lazy("How your mentor or mentee can reach you"),
    }
)


@MEMBER_TO_DO.register(order=70)
def profile_to_begin(member):
    """Last of all: nothing is suggested to somebody who has not said what they look for."""
    if not member.seeking and not member.is_mentor:
        yield reverse("profile"), _("Say what you’re looking for, and we’ll suggest mentors")
