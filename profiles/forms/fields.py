"""Form fields over the vocabulary."""

from functools import cache

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import SingleLineField
from mentoring.lib.zones import UNIVERSAL, canonical_zone, zone_names
from profiles.forms.searched import SearchedTerms
from profiles.names import validate_name
from profiles.vocabulary import words

RATHER_NOT = _("Prefer not to say")


def grouped_areas():
    """Areas of practice under their groups, as choices."""
    now = words()
    groups = {}
    for term in now.offered("area"):
        groups.setdefault(now.name("group", term.group), []).append((term.slug, term.name))
    return list(groups.items())


class NameField(SingleLineField):
    """What somebody who joins is called."""

    def __init__(self):
        super().__init__(
            label=_("Your name"),
            max_length=100,
            validators=[validate_name],
            help_text=_("This is how other members will see it. You can change it later."),
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )


class PreferredNameField(SingleLineField):
    """How somebody would like to be addressed; empty for the whole name."""

    def __init__(self):
        super().__init__(
            label=_("What should we call you?"),
            max_length=60,
            required=False,
            validators=[validate_name],
            help_text=_(
                "For example “Amina” or “Dr Otieno”. If you leave this blank, we use your full name."
            ),
            widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        )


@cache
def time_zones():
    """IANA zones by continent, each under one name."""
    groups = {}
    for name in sorted(zone_names()):
        area, _slash, place = name.partition("/")
        groups.setdefault(area, []).append((name, place.replace("_", " ")))
    return [(_("Universal time"), [(UNIVERSAL, UNIVERSAL)]), *groups.items()]


class AdultField(forms.BooleanField):
    """Only adults join."""

    def __init__(self):
        super().__init__(label=_("I’m 18 or over"))


class TermsOfUseField(forms.BooleanField):
    """What whoever joins accepts: the versions in force (`profiles.signals.member_joined`)."""

    def __init__(self):
        super().__init__(label=_("I accept the terms of use and the privacy statement"))


class TimeZoneField(forms.ChoiceField):
    """One zone under its name of today, or none where nobody has said one yet."""

    def __init__(self, **kwargs):
        super().__init__(choices=time_zones, required=False, **kwargs)

    def to_python(self, value):
        """Old names are understood; what is no zone is left for the choices to refuse."""
        return canonical_zone(value) or super().to_python(value)

    def prepare_value(self, value):
        """A zone that was stored under an old name."""
        return canonical_zone(value) or value

    def ask(self):
        """Show no zone as chosen."""
        self.choices = [("", _("Choose your time zone")), *time_zones()]


class BrowserTimeZoneField(forms.Field):
    """The zone that a script puts here; UTC for everything else, and never an error."""

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"data-browser-time-zone": True}))

    def to_python(self, value):
        """Under its name of today."""
        return canonical_zone((value or "").strip()) or UNIVERSAL


class TermField(forms.ChoiceField):
    """One term of a vocabulary, or none."""

    def __init__(self, kind, *, blank=RATHER_NOT, choices=None, **kwargs):
        def offered():
            return [("", blank), *(choices() if choices else words().choices(kind))]

        super().__init__(choices=offered, required=kwargs.pop("required", False), **kwargs)
        self.kind = kind

    def valid_value(self, value):
        """Also a retired term: somebody chose it when it was offered."""
        return super().valid_value(value) or words().get(self.kind, value) is not None


class TermsField(forms.MultipleChoiceField):
    """Any number of terms of a vocabulary."""

    default_error_messages = {"invalid_choice": _("Choose from the list. We do not know “%(value)s”.")}

    def __init__(self, kind, *, searched=False, **kwargs):
        kwargs.setdefault("widget", SearchedTerms(kind) if searched else forms.CheckboxSelectMultiple)
        super().__init__(choices=lambda: words().choices(kind), required=False, **kwargs)
        self.kind = kind

    def valid_value(self, value):
        """Also a retired term."""
        return super().valid_value(value) or words().get(self.kind, value) is not None


def keep_retired(form):
    """Let the fields of a form go on showing what was chosen before it was retired."""
    for name, field in form.fields.items():
        if isinstance(field, TermField | TermsField):
            given = form.get_initial_for_field(field, name) or []
            slugs = [given] if isinstance(given, str) else given
            terms = filter(None, (words().get(field.kind, slug) for slug in slugs))
            if retired := [(term.slug, term.name) for term in terms if term.retired]:
                field.choices = [*field.choices, *retired]
