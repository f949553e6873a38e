"""The forms of members: joining, and the record of hours."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import PrivateSingleLineField
from profiles.forms.fields import TermField, keep_retired
from programmes import rules
from programmes.models import Part, Sees
from programmes.services.joining import MOST_PLACES

MOST_HOURS = 24


class JoinForm(forms.Form):
    """As whom, and yes, this is me. What coordinators will see stands above it; `seen` is what the page named."""

    part = forms.ChoiceField(label=_("How would you like to take part?"), widget=forms.RadioSelect)
    focus = TermField("helps_with", label=_("What are you looking for?"), blank=_("Leave this open"))
    places = forms.IntegerField(
        label=_("How many mentees can you take on in this programme?"),
        min_value=1,
        max_value=MOST_PLACES,
        initial=1,
        required=False,
        help_text=_("This does not count towards the limit in your mentor profile."),
    )
    holds_qualification = forms.BooleanField(required=False)
    suits = forms.BooleanField(
        label=_("This describes me"),
        error_messages={"required": _("Select this if it describes you. Otherwise you cannot join.")},
    )
    seen = forms.TypedChoiceField(choices=Sees.choices, coerce=int, widget=forms.HiddenInput)

    def __init__(self, *args, programme, member, **kwargs):
        super().__init__(*args, initial={"seen": programme.sees, "part": Part.MENTEE}, **kwargs)
        mentor = rules.may_become_mentor(member)
        self.fields["part"].choices = Part.choices if mentor else [(Part.MENTEE.value, Part.MENTEE.label)]
        if not mentor:
            del self.fields["places"], self.fields["holds_qualification"]
        elif not programme.is_for_qualification:
            del self.fields["holds_qualification"]
        else:
            held = _("As a mentor, I hold this qualification: %(name)s")
            self.fields["holds_qualification"].label = held % {"name": programme.qualification}
        keep_retired(self)

    def joining(self):
        """What `join` wants to know."""
        data = self.cleaned_data
        return {
            "part": data["part"],
            "seen": data["seen"],
            "focus": data["focus"],
            "places": data.get("places") or 1,
            "holds_qualification": data.get("holds_qualification", False),
        }


class HoursForm(forms.Form):
    """Time spent for the qualification."""

    day = forms.DateField(
        label=_("Day"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"}),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=MOST_HOURS * 60)
    text = PrivateSingleLineField(
        label=_("What was it for?"), max_length=500, help_text=_("Only the two of you can read it.")
    )

    def clean_day(self):
        """A day that has been."""
        if self.cleaned_data["day"] > timezone.localdate():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        return self.cleaned_data["day"]
