"""The forms of people."""

from profiles.forms.member import MemberForm
from profiles.forms.mentor import MentorForm
from profiles.forms.photo import PhotoForm
from profiles.forms.sign_up import SignupForm

__all__ = ["MemberForm", "MentorForm", "PhotoForm", "SignupForm"]
