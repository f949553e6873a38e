"""The forms of joining: the doors of a welcome mail, and a coordinator's file of members."""

from django import forms
from django.utils.translation import gettext_lazy as _

from joining.models import DeclineReason
from joining.reading.csv_file import MOST_BYTES
from profiles.forms.fields import AdultField, BrowserTimeZoneField, NameField, TermsOfUseField

FIELD_LABELS = {
    "external_id": _("Membership number"),
    "email": _("Email address"),
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "full_name": _("Full name"),
    "preferred_name": _("What to call them"),
    "job_title": _("Job title"),
    "employer": _("Employer"),
    "city": _("Town or city"),
    "region": _("Region"),
    "country": _("Country"),
    "language": _("Language"),
    "state": _("Membership"),
    "paid_through": _("Paid until"),
    "test": _("Whether it’s a test"),
}


# What a coordinator says of columns that nobody can tell: what has to be there, and who is a member.
ASKED_FOR = ("email", "full_name", "first_name", "last_name", "external_id", "state", "paid_through")


class JoinForm(forms.Form):
    """What an account needs that the association's list does not say."""

    name = NameField()
    adult = AdultField()
    terms = TermsOfUseField()
    time_zone = BrowserTimeZoneField()


class DeclineForm(forms.Form):
    """No thanks; a reason only if they wish to give one."""

    reason = forms.ChoiceField(
        label=_("Would you tell us why? It’s counted without your name."),
        choices=[("", _("I’d rather not say")), *DeclineReason.choices],
        required=False,
        widget=forms.RadioSelect,
    )


class UploadForm(forms.Form):
    """A CSV file. With `headings`, also a choice of columns for what matters most."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("The list of members as your membership system exports it, with its headings."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
    )

    def __init__(self, *args, headings=(), **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("not in this file"))] + [
            (str(place), heading[:80] or _("column %d") % (place + 1))
            for place, heading in enumerate(headings)
        ]
        for field in ASKED_FOR if headings else ():
            self.fields[f"column_{field}"] = forms.ChoiceField(
                label=FIELD_LABELS[field], choices=choices, required=field == "email"
            )

    def clean_file(self):
        """ValidationError for a file that is too large to be a list of members."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("This file is larger than %(n)d MB. Export fewer columns.") % {"n": MOST_BYTES >> 20}
            )
        return file

    @property
    def columns(self):
        """{field: number of the column} of what was chosen; None for nothing."""
        chosen = {
            name.removeprefix("column_"): int(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("column_") and value
        }
        return chosen or None
