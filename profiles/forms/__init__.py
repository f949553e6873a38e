"""The forms of people."""

from profiles.forms.member import MemberForm, SignupForm
from profiles.forms.mentor import MentorForm
from profiles.forms.photo import PhotoForm

__all__ = ["MemberForm", "MentorForm", "PhotoForm", "SignupForm"]
