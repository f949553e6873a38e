"""What a member tells the coordinators, and what they answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import MultiLineField

LONGEST = 10_000


class HelpForm(forms.Form):
    """Words for the coordinators."""

    text = MultiLineField(
        label=_("What would you like to tell the coordinators?"), max_length=LONGEST, rows=8
    )


class PairHelpForm(HelpForm):
    """The same from a pair: whom it is about stays untold unless wished."""

    say_who = forms.BooleanField(
        label=_("Tell them who this mentorship is with"),
        required=False,
        help_text=_(
            "If you do not select this, they see your name and what you write, but not who "
            "the other person in your mentorship is."
        ),
    )


class MoreForm(forms.Form):
    """Something to add."""

    text = MultiLineField(label=_("Anything to add?"), max_length=LONGEST, rows=4)


class AgainForm(forms.Form):
    """What opens a closed case again."""

    text = MultiLineField(label=_("What would you like to add?"), max_length=LONGEST, rows=4)


class CaseAnswerForm(forms.Form):
    """A coordinator's answer, and the last text that was on the page."""

    text = MultiLineField(label=_("Answer"), max_length=LONGEST, rows=8)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**62)


class CaseCloseForm(CaseAnswerForm):
    """A last word, or none."""

    text = MultiLineField(label=_("Last word"), max_length=LONGEST, rows=5, required=False)
