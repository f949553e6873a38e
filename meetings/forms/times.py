"""Offering times: up to five, each as the clock on one's own wall shows it."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.forms.fields import LocalTimeField, MeansField, MinutesField, PlaceField, checked_place
from meetings.models import MOST_SLOTS
from mentoring.lib import walltime

FARTHEST = timedelta(days=366)
LABELS = (_("First time"), _("Second time"), _("Third time"), _("Fourth time"), _("Fifth time"))
WHICH = (
    ("", _("Which one?")),
    ("first", _("the earlier one")),
    ("second", _("the later one, after the clocks go back")),
)


class TimesForm(forms.Form):
    """One to five times in a zone. `slots` in the cleaned data: [(local_time, zone, fold)]."""

    mark_optional = False

    def __init__(self, *args, zone, may_ask=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone, self.may_ask, self.unclear = zone, may_ask, set()
        for number in range(MOST_SLOTS):
            self.fields[f"slot_{number}"] = LocalTimeField(label=LABELS[number], required=False)
            self.fields[f"which_{number}"] = forms.ChoiceField(
                label=_("The clocks go back that night, so this time comes twice"),
                choices=WHICH,
                required=False,
            )

    def rows(self):
        """(field of the time, field that asks which one or None), for the page."""
        for number in range(MOST_SLOTS):
            asked = number in self.unclear or self[f"which_{number}"].value()
            yield self[f"slot_{number}"], self[f"which_{number}"] if asked else None

    def clean(self):
        """Every time is one instant to come; each once."""
        data = super().clean()
        found = {}
        for number in range(MOST_SLOTS):
            local_time = data.get(f"slot_{number}")
            if local_time and (at := self._instant(number, local_time, data.get(f"which_{number}"))):
                found.setdefault(at, (local_time, self.zone, data.get(f"which_{number}") == "second"))
        data["slots"] = [found[at] for at in sorted(found)]
        if not data["slots"] and not self.errors and not self.asks():
            self.add_error("slot_0", _("Offer at least one time."))
        return data

    def asks(self):
        """Whether the other is to choose. What is agreed is moved by naming times."""
        return self.may_ask and "you_choose" in self.data

    def _instant(self, number, local_time, which):
        """The instant, or None with the reason at the field."""
        field = f"slot_{number}"
        try:
            at = walltime.instant(local_time, self.zone, fold={"first": False, "second": True}.get(which))
        except walltime.NonexistentTime:
            return self.add_error(
                field,
                _("Choose an earlier or a later time. The clocks go forward that night and skip this one."),
            )
        except walltime.AmbiguousTime:
            self.unclear.add(number)
            return self.add_error(
                field,
                _(
                    "Choose below which one you mean. The clocks go back that night, so this time "
                    "comes twice."
                ),
            )
        now = timezone.now()
        if at <= now:
            return self.add_error(field, _("Choose a future time. This one has passed."))
        if at > now + FARTHEST:
            return self.add_error(field, _("Choose an earlier date. This is more than a year away."))
        return at


class MeetingForm(TimesForm):
    """A new meeting: how, how long, where, and when."""

    means = MeansField()
    minutes = MinutesField()
    place = PlaceField()

    def clean(self):
        """Also that a link is a link."""
        data = super().clean()
        checked_place(self)
        return data

    def terms(self):
        """What `services.offering.propose_times` wants."""
        return {name: self.cleaned_data[name] for name in ("slots", "means", "minutes", "place")}


class HeldTalkForm(forms.Form):
    """A talk held outside: when it began, how long, by what means."""

    at = LocalTimeField(label=_("When did it start?"))
    minutes = MinutesField()
    means = MeansField(label=_("How did you talk?"))

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = zone

    def clean_at(self):
        """An instant that has been. Where clocks showed it twice, the earlier one: nobody will mind."""
        try:
            at = walltime.instant(self.cleaned_data["at"], self.zone, fold=False)
        except walltime.NonexistentTime:
            raise forms.ValidationError(
                _("Choose another time. The clocks went forward and skipped this one.")
            ) from None
        if at > timezone.now():
            raise forms.ValidationError(
                _("Enter a time in the past. To plan a meeting, offer times instead.")
            )
        return at
