"""What a mentor offers."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.lib.text import MultiLineField, SingleLineField
from profiles.forms.fields import TermField, TermsField, grouped_areas, keep_retired
from profiles.forms.sections import Section, Sectioned
from profiles.models import MentorProfile
from profiles.models.mentor import AREAS_AT_MOST, ProfileStatus

AREA_LABELS = (
    _("First area of practice"),
    _("Second area"),
    _("Third area"),
    _("Fourth area"),
    _("Fifth area"),
)


class MentorForm(Sectioned, forms.ModelForm):
    """My mentor profile. A draft may be as empty as it likes."""

    mark_optional = False
    area_names = [f"area_{number}" for number in range(AREAS_AT_MOST)]
    sections = (
        Section("areas", _("Areas of practice"), tuple(area_names)),
        Section("about", _("About you"), ("bio", "ask_me_about")),
        Section("offer", _("What you offer"), ("helps_with", "roles", "styles")),
        Section("times", _("How and when to talk"), ("formats", "windows", "note")),
        Section("places", _("Room for mentees"), ("capacity", "taking_requests")),
        Section("experience", _("Experience"), ("years_in_libraries", "qualifications")),
    )

    bio = MultiLineField(
        label=_("About me"),
        max_length=3000,
        required=False,
        rows=9,
        help_text=_(
            "How did you get here? What does your week look like? What are you curious "
            "about? Who would you enjoy helping? What do you do when the library is closed?"
        ),
    )
    ask_me_about = SingleLineField(
        label=_("Ask me about"), max_length=100, required=False, help_text=_("One line, shown on your card.")
    )
    helps_with = TermsField("helps_with", label=_("What you can help with"), searched=True)
    roles = TermsField("role", label=_("Roles you take on"))
    styles = TermsField("style", label=_("Kinds of mentoring you offer"))
    formats = TermsField("format", label=_("Ways to talk that work for you"))
    windows = TermsField("window", label=_("Times that suit you"))
    qualifications = TermsField("qualification", label=_("Qualifications"), searched=True)
    note = SingleLineField(label=_("A note about times"), max_length=120, required=False)

    class Meta:
        model = MentorProfile
        fields = (
            "bio",
            "ask_me_about",
            "helps_with",
            "roles",
            "styles",
            "formats",
            "windows",
            "note",
            "capacity",
            "taking_requests",
            "years_in_libraries",
            "qualifications",
        )
        help_texts = {
            "capacity": _("How many people you can mentor at the same time."),
            "taking_requests": _(
                "If this is not selected, you stay on the list but are shown as not taking requests."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = [*self.instance.areas, *[""] * AREAS_AT_MOST]
        has_areas = self.section is None or self.section.key == "areas"
        for number, label in enumerate(AREA_LABELS if has_areas else ()):
            self.fields[f"area_{number}"] = TermField(
                "area", label=label, choices=grouped_areas, blank=_("None"), initial=given[number]
            )
        keep_retired(self)
        self.order_fields([*self.area_names, *self.fields])

    def areas(self):
        """The area fields, for the page."""
        return [self[name] for name in self.area_names]

    def clean_capacity(self):
        """Never fewer places than people in them."""
        capacity, active = self.cleaned_data["capacity"], self.instance.active
        if capacity < active:
            text = ngettext(
                "Choose a higher number. You have %(n)d mentee right now.",
                "Choose a higher number. You have %(n)d mentees right now.",
                active,
            )
            raise forms.ValidationError(text % {"n": active})
        return capacity

    def clean(self):
        """The areas in their order, each once."""
        data = super().clean()
        if "area_0" in self.fields:
            chosen = [data.get(name) for name in self.area_names]
            data["areas"] = list(dict.fromkeys(slug for slug in chosen if slug))
            self.instance.areas = data["areas"]
        if self.instance.status == ProfileStatus.PUBLISHED:
            self._stays_worth_showing(data)
        return data

    def _stays_worth_showing(self, data):
        """What is in the list keeps what others choose by."""
        if "area_0" in self.fields and not data["areas"]:
            self.add_error(
                "area_0", _("Choose at least one area of practice. Every profile on the list has one.")
            )
        if "bio" in self.fields and not data.get("bio") and "bio" not in self.errors:
            self.add_error("bio", _("Write a few lines about yourself. Every profile on the list has them."))
