"""What a member says about themselves."""

from django import forms
from django.conf import settings
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from mentoring.lib.text import SingleLineField
from profiles.forms.fields import PreferredNameField, TermField, TermsField, TimeZoneField, keep_retired
from profiles.forms.sections import Section, Sectioned
from profiles.models import Member
from profiles.names import validate_name


class Clock(forms.TimeField):
    """A time of the day, or none."""

    def __init__(self, **kwargs):
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "short"})
        super().__init__(required=False, widget=widget, **kwargs)


class MemberForm(Sectioned, forms.ModelForm):
    """My profile. Only the name has to be there."""

    mark_optional = False
    sections = (
        Section("name", _("Your name"), ("name", "preferred_name", "pronouns")),
        Section("looking-for", _("Looking for"), ("seeking", "seeking_areas")),
        Section("where", _("Where you are"), ("city", "region", "country", "time_zone")),
        Section("when", _("When you have time"), ("windows", "months_away")),
        Section("languages", _("Languages"), ("languages", "language")),
        Section(
            "work", _("Your work"), ("job_title", "employer", "library_type", "library_size", "career_stage")
        ),
        Section("hours", _("Working hours"), ("hours_per_month", "work_days", "work_from", "work_to")),
        Section("contact", _("How to reach you"), ("contact",)),
    )

    name = SingleLineField(label=_("Name"), max_length=100, validators=[validate_name])
    preferred_name = PreferredNameField()
    pronouns = SingleLineField(label=_("Pronouns"), max_length=40, required=False)
    job_title = SingleLineField(label=_("Job title"), max_length=120, required=False)
    employer = SingleLineField(label=_("Employer"), max_length=120, required=False)
    library_type = TermField("library_type", label=_("Kind of library"))
    library_size = TermField("library_size", label=_("People in your library or team"))
    career_stage = TermField("career_stage", label=_("Career stage"))
    city = SingleLineField(label=_("Town or city"), max_length=80, required=False)
    region = SingleLineField(label=_("Region"), max_length=80, required=False)
    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=lambda: [("", _("Prefer not to say")), *countries]
    )
    time_zone = TimeZoneField(label=_("Time zone"), help_text=_("We show you all times in this time zone."))
    languages = TermsField("language", label=_("Languages you speak"), searched=True)
    seeking = TermsField("helps_with", label=_("What you’re looking for"), searched=True)
    seeking_areas = TermsField("area", label=_("Areas you’d like to know more about"), searched=True)
    windows = TermsField("window", label=_("Times that suit you"))
    months_away = forms.TypedMultipleChoiceField(
        label=_("Months when you’re away every year"),
        choices=[(number, capfirst(name)) for number, name in MONTHS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Regular meetings skip these months."),
    )
    work_days = forms.TypedMultipleChoiceField(
        label=_("Your working days"),
        choices=[(number, capfirst(name)) for number, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Add your working hours too, and we’ll show you which meetings fall within them. "
            "Only you can see this."
        ),
    )
    work_from = Clock(label=_("You work from"))
    work_to = Clock(label=_("until"))
    hours_per_month = forms.IntegerField(
        label=_("Hours a month your employer gives you for mentoring"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_("For your own records. If you have a mentor profile, other members can see it there."),
    )
    language = forms.ChoiceField(label=_("Language for pages and emails"), choices=settings.LANGUAGES)
    contact = SingleLineField(
        label=_("How to reach you in a mentorship"),
        max_length=200,
        required=False,
        help_text=_(
            "Only people you have a mentorship with can see this. If you leave it blank, they see your email address."
        ),
    )

    class Meta:
        model = Member
        fields = (
            "name",
            "preferred_name",
            "pronouns",
            "seeking",
            "seeking_areas",
            "city",
            "region",
            "country",
            "time_zone",
            "windows",
            "languages",
            "job_title",
            "employer",
            "library_type",
            "library_size",
            "career_stage",
            "contact",
            "months_away",
            "hours_per_month",
            "work_days",
            "work_from",
            "work_to",
            "language",
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)
        if "time_zone" in self.fields and not self.instance.time_zone_confirmed:
            self.fields["time_zone"].ask()
            self.initial["time_zone"] = ""

    def clean_time_zone(self):
        """What was chosen is confirmed; without a choice everything stays as it is."""
        chosen = self.cleaned_data["time_zone"]
        self.instance.time_zone_confirmed |= bool(chosen)
        return chosen or self.instance.time_zone

    def clean(self):
        """Working hours are two times in their order, or none."""
        data = super().clean()
        start, end = data.get("work_from"), data.get("work_to")
        if bool(start) != bool(end) and not self.errors.keys() & {"work_from", "work_to"}:
            self.add_error("work_to" if start else "work_from", _("Enter both times, or leave both blank."))
        if start and end and end <= start:
            self.add_error("work_to", _("Enter a time later than the first one."))
        return data

    def _post_clean(self):
        """Model checks would ask the database for the address again; this form has none."""
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)
