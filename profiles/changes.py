"""Telling the rooms above that something changed that others see of a mentor."""

from profiles.models import MentorProfile
from profiles.signals import mentor_changed


def mentor_has_changed(mentor):
    """In the transaction of the change: what a receiver raises undoes it."""
    mentor_changed.send(sender=MentorProfile, mentor=mentor)


def member_has_changed(member):
    """The same of their mentor profile, if they have one."""
    for mentor in MentorProfile.objects.filter(member=member):
        mentor_has_changed(mentor)
