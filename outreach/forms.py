"""Inviting one colleague, and a quote for the first page."""

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from mentoring.lib.addresses import AddressField
from mentoring.lib.text import SingleLineField
from outreach.models.quote import LONGEST
from profiles.names import LINK


class InviteForm(forms.Form):
    """An address and a language. There is no field for a message: strangers get no words of strangers from us."""

    mark_optional = False

    address = AddressField(
        label=_("Your colleague’s email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )
    mail_language = forms.ChoiceField(label=_("Language of the email"), choices=settings.LANGUAGES)


class QuoteForm(forms.Form):
    """A sentence or two, how it is signed, and consent."""

    mark_optional = False

    quote = SingleLineField(
        label=_("What would you say to someone who’s thinking about becoming a mentor?"),
        max_length=LONGEST,
        help_text=_("Up to 200 characters. Do not name or describe anyone you mentor."),
        validators=[RegexValidator(LINK, _("Leave out addresses and links."), inverse_match=True)],
    )
    shows_name = forms.TypedChoiceField(
        label=_("How should we sign it?"),
        choices=[("yes", _("With my first name and kind of library")), ("no", _("Without a name"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(
        label=_("I agree that anyone who visits the home page can read this"),
        error_messages={"required": _("Select this if you agree. Otherwise we cannot show your quote.")},
    )
