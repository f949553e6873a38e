"""The forms of people."""

from profiles.forms.member import MemberForm, SignupForm
from profiles.forms.mentor import MentorForm
from profiles.forms.photo import PhotoForm
from profiles.forms.ways_in import RequestLoginCodeForm, ResetPasswordForm

__all__ = ["MemberForm", "MentorForm", "PhotoForm", "RequestLoginCodeForm", "ResetPasswordForm", "SignupForm"]
