"""A certificate from what is in the records, and a line in the record of hours."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import PrivateSingleLineField
from recognition.models import CertificateRole, TimeKind

FIRST_YEAR, MOST_HOURS = 2000, 24
MOST_MINUTES = MOST_HOURS * 60
LONGEST_NOTE = 300


class CertificateForm(forms.Form):
    """Which of one's mentorships and talks it is about. Its months come from them; there is no date to type."""

    mark_optional = False

    records = forms.MultipleChoiceField(
        label=_("What should the certificate be about?"),
        help_text=_(
            "Only you see the names here. The certificate shows months, and nothing about the other person."
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Select at least one."),
            "invalid_choice": _(
                "Select from the list as it is now. It has changed since you opened the page."
            ),
        },
    )
    with_hours = forms.BooleanField(label=_("Show the hours I’ve recorded in these months"), required=False)

    def __init__(self, *args, parts, choices, may_show_hours, **kwargs):
        super().__init__(*args, **kwargs)
        self.parts = {part.key: part for part in parts}
        self.fields["records"].choices = choices
        if not may_show_hours:
            del self.fields["with_hours"]

    def clean_records(self):
        """The `TakenPart`s, all of one role."""
        chosen = [self.parts[key] for key in self.cleaned_data["records"]]
        if len({part.role for part in chosen}) > 1:
            words = _(
                "Select records of one kind: as a mentor, as a mentee or as a peer. Each needs its own certificate."
            )
            raise forms.ValidationError(words)
        return chosen


def record_choices(parts, in_words):
    """The records in groups by role, each with its months: `in_words(part)`."""
    groups = []
    for role in CertificateRole:
        mine = [(part.key, in_words(part)) for part in parts if part.role == role]
        if mine:
            groups.append((role.label.capitalize(), mine))
    return groups


class TimeForm(forms.Form):
    """A day, how long, and into what it went."""

    day = forms.DateField(
        label=_("Day"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"}),
    )
    hours = forms.IntegerField(
        label=_("Hours"),
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=0,
        max_value=MOST_MINUTES,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    time_kind = forms.ChoiceField(label=_("What was it?"), choices=TimeKind.choices, widget=forms.RadioSelect)
    time_note = PrivateSingleLineField(
        label=_("Your note on it"),
        max_length=LONGEST_NOTE,
        required=False,
        help_text=_("Up to 300 characters. It is encrypted, and only you can read it."),
    )

    def clean_day(self):
        """A day that has been, and in this programme's time."""
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Choose today or a day in the past."))
        if day.year < FIRST_YEAR:
            raise forms.ValidationError(_("Choose a day from the year 2000 on."))
        return day

    def clean(self):
        """Some time, and no more than a day has."""
        data = super().clean()
        if {"hours", "minutes"} & self.errors.keys():
            return data
        data["total"] = (data.get("hours") or 0) * 60 + (data.get("minutes") or 0)
        if not data["total"]:
            self.add_error("hours", _("Enter how long it took."))
        elif data["total"] > MOST_MINUTES:
            self.add_error("hours", _("Enter at most 24 hours for one day."))
        return data

    def entry(self):
        """What the services want."""
        data = self.cleaned_data
        return {
            "day": data["day"],
            "minutes": data["total"],
            "kind": data["time_kind"],
            "note": data["time_note"],
        }
