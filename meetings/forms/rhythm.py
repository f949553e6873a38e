"""Proposing a standing rhythm."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from meetings import recurrence
from meetings.forms.fields import MeansField, MinutesField, PlaceField, checked_place
from meetings.models import MeetingRhythm
from mentorships.forms.goals import Day
from profiles.forms.member import Clock

FARTHEST = timedelta(days=366)


class RhythmForm(forms.Form):
    """A pattern, a day of the week, the first day, a time on one's own wall."""

    mark_optional = False

    pattern = forms.ChoiceField(
        label=_("How often?"),
        initial="4-weeks",
        choices=[(name, label) for name, (_rule, label, _with_day) in recurrence.PATTERNS.items()],
    )
    day = forms.ChoiceField(
        label=_("On which day?"), choices=[(day, capfirst(name)) for day, name in recurrence.WEEKDAYS.items()]
    )
    at = Clock(label=_("At what time?"))
    starts_on = Day(label=_("Starting from which date?"))
    minutes = MinutesField()
    means = MeansField()
    place = PlaceField()

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = zone
        for name in ("at", "starts_on"):
            self.fields[name].required = True

    def clean_starts_on(self):
        """From today on, within a year."""
        day, today = self.cleaned_data["starts_on"], timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("Choose a future date. This one has passed."))
        if day > today + FARTHEST:
            raise forms.ValidationError(_("Choose an earlier date. This is more than a year away."))
        return day

    def clean(self):
        """Also that a link is a link, and that every meeting is at a time that clocks show once."""
        data = super().clean()
        checked_place(self)
        if not self.errors:
            self._once_each_time()
        return data

    def _once_each_time(self):
        facts = self.terms()
        facts["starts_on"] = recurrence.first_on(facts["rule"], facts["starts_on"])
        wrong = recurrence.unclear(MeetingRhythm(**facts))
        if wrong:
            message = _(
                "Choose another time. The clocks change on %(day)s, so this one is skipped or comes twice."
            )
            self.add_error("at", message % {"day": date_format(wrong[0].date())})

    def terms(self):
        """What `services.rhythms.propose_rhythm` wants."""
        data = self.cleaned_data
        names = ("at", "starts_on", "minutes", "means", "place")
        rule = recurrence.rule_of(data["pattern"], data["day"])
        return {"rule": rule, "zone": self.zone, **{name: data[name] for name in names}}
