"""The three short steps of somebody new. All of it may stay empty, and can be changed in the profile later."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from mentoring.lib.zones import country_of_zone
from profiles.forms.fields import TermsField, TimeZoneField, keep_retired
from profiles.people import local_time
from profiles.vocabulary import words


class StepForm(forms.Form):
    """Some fields of a Member, which the form begins with and `save_into` puts them back into."""

    mark_optional = False

    def __init__(self, *args, member, spoken=(), **kwargs):
        super().__init__(*args, initial=self.begin(member, spoken), **kwargs)
        keep_retired(self)

    def begin(self, member, spoken):
        """What the fields begin with."""
        return {name: getattr(member, name) for name in self.base_fields}

    def save_into(self, member):
        """Put what is valid into the member, unsaved. The names of the fields."""
        for name, value in self.cleaned_data.items():
            setattr(member, name, value)
        return list(self.cleaned_data)


class LookingForForm(StepForm):
    """What I look for."""

    seeking = TermsField(
        "helps_with",
        label=_("What would you like help with?"),
        searched=True,
        help_text=_("For example: building confidence, finding and applying for jobs."),
    )
    seeking_areas = TermsField(
        "area",
        label=_("Which areas would you like to know more about?"),
        searched=True,
        help_text=_("For example: cataloguing, open access, work with children."),
    )


class WhereForm(StepForm):
    """Where I am, and when I have time."""

    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=lambda: [("", _("Prefer not to say")), *countries]
    )
    time_zone = TimeZoneField(label=_("Time zone"))
    windows = TermsField("window", label=_("Times that suit you"))

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, member=member, **kwargs)
        zone = self.fields["time_zone"]
        if member.time_zone_confirmed:
            now = {"time": local_time(member.time_zone)}
            zone.help_text = _("It’s %(time)s there now.") % now
        else:
            zone.ask()
            zone.widget.attrs["data-browser-time-zone"] = True

    def begin(self, member, spoken):
        """The country that the time zone lies in, where nobody has said another."""
        known = member.time_zone_confirmed
        country = member.country.code or (country_of_zone(member.time_zone) if known else "")
        return {"country": country, "time_zone": member.time_zone if known else "", "windows": member.windows}

    def save_into(self, member):
        """Without a time zone chosen, everything stays as it is."""
        if not self.cleaned_data.get("time_zone"):
            self.cleaned_data.pop("time_zone", None)
            return super().save_into(member)
        member.time_zone_confirmed = True
        return [*super().save_into(member), "time_zone_confirmed"]


class LanguagesForm(StepForm):
    """The languages I speak: at first those that the browser reads."""

    languages = TermsField("language", label=_("Languages you speak"), searched=True)

    def begin(self, member, spoken):
        """`spoken` are codes of the browser, the reader's own before others."""
        page = get_language() or settings.LANGUAGE_CODE
        codes = dict.fromkeys(code.partition("-")[0].lower() for code in (page, *spoken))
        offered = {term.slug for term in words().offered("language")}
        return {"languages": member.languages or [code for code in codes if code in offered]}
