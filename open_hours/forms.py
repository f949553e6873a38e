"""Offering times, booking one, and what came of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms.fields import MeansField, MinutesField, PlaceField, checked_place, lengths
from meetings.forms.times import TimesForm
from mentoring.lib.text import MultiLineField
from profiles.forms.fields import TermField, TermsField
from profiles.vocabulary import words

LONGEST = 300
SHORT = (15, 30, 45, 60)


def _lengths():
    return [(minutes, said) for minutes, said in lengths() if minutes in SHORT]


class TalkOfferForm(TimesForm):
    """Up to five times on one's own wall, each for one talk."""

    means = MeansField(label=_("How will you talk?"))
    minutes = MinutesField()
    focuses = TermsField(
        "helps_with",
        label=_("What are these times good for?"),
        help_text=_("Leave this open for any subject."),
    )
    place = PlaceField()

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, zone=zone, may_ask=False, **kwargs)
        self.fields["minutes"].choices = _lengths
        self.fields["minutes"].initial = 30
        self.fields["place"].help_text = _(
            "A place, a phone number, or a link to your own video room. It is encrypted, and only the "
            "person who books a time can read it."
        )

    def clean(self):
        """Also that a link is a link."""
        data = super().clean()
        checked_place(self)
        return data

    def terms(self):
        """What `services.offering.offer_times` wants."""
        names = ("slots", "means", "minutes", "focuses", "place")
        return {name: self.cleaned_data[name] for name in names}


class BookForm(forms.Form):
    """What it is about: a subject, and a line or two for the mentor alone."""

    mark_optional = False

    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Choose one"), required=True)
    talk_about = MultiLineField(
        label=_("In two lines: what would you like to talk about?"),
        max_length=LONGEST,
        rows=3,
        help_text=_("Up to 300 characters. It is encrypted, and no email includes it."),
    )

    def __init__(self, *args, talk, **kwargs):
        super().__init__(*args, **kwargs)
        if subjects := talk.subjects:
            offered = [(slug, words().name("helps_with", slug)) for slug in subjects]
            self.fields["focus"].choices = [("", _("Choose one")), *offered]

    def terms(self):
        """What `services.booking.book` wants."""
        return {"focus": self.cleaned_data["focus"], "about": self.cleaned_data["talk_about"]}


class AfterwardsForm(forms.Form):
    """Did it happen, and would one like to go on? The second is never shown to the other by itself."""

    mark_optional = False

    happened = forms.TypedChoiceField(
        label=_("Did you talk?"),
        choices=[("yes", _("Yes, we talked")), ("no", _("No, it did not happen"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    goes_on = forms.ChoiceField(
        label=_("Would you like to continue as mentor and mentee?"),
        choices=[("yes", _("Yes, I’d like to")), ("no", _("No, this one talk was what I wanted"))],
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_goes_on(self):
        """Yes, no, or None where it was left open."""
        return {"yes": True, "no": False}.get(self.cleaned_data["goes_on"])

    def clean(self):
        """Who has talked answers the second question, too."""
        data = super().clean()
        if data.get("happened") and data.get("goes_on") is None and "goes_on" not in self.errors:
            self.add_error("goes_on", _("Choose yes or no. The other person does not see a no."))
        return data


class TableForm(forms.Form):
    """A mentor takes a table of a day, from one time to another."""

    mark_optional = False

    table = forms.TypedChoiceField(label=_("Table"), coerce=int)
    first = forms.TypedChoiceField(label=_("From"), coerce=int)
    last = forms.TypedChoiceField(label=_("To"), coerce=int)
    focuses = TermsField(
        "helps_with",
        label=_("What would you like to talk about?"),
        help_text=_("Leave this open for any subject."),
    )

    def __init__(self, *args, tables, starts, ends, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["table"].choices = [(n, _("Table %(n)d") % {"n": n}) for n in tables]
        self.fields["first"].choices = list(enumerate(starts))
        self.fields["last"].choices = list(enumerate(ends))

    def clean(self):
        """The end is not before the beginning."""
        data = super().clean()
        if "first" in data and "last" in data and data["last"] < data["first"]:
            self.add_error("last", _("Choose a time after the beginning."))
        return data


class WaitForm(forms.Form):
    """For which subject somebody waits."""

    mark_optional = False

    focus = TermField("helps_with", label=_("For which subject?"), blank=_("Any subject"))
