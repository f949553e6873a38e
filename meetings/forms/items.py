"""Lines of an agenda, and how meetings stand in one's calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.models import CalendarSettings
from mentoring.lib.text import PrivateSingleLineField


class ItemForm(forms.Form):
    """One line."""

    text = PrivateSingleLineField(label=_("One more line"), max_length=500)


class CalendarForm(forms.ModelForm):
    """Discreet, or not."""

    class Meta:
        model = CalendarSettings
        fields = ("discreet",)
        labels = {"discreet": _("Keep it discreet")}
        help_texts = {
            "discreet": _(
                "Calendars, and mails about meetings, name nobody and no place. Work calendars "
                "are often open to others. Without the tick they name the other and the place."
            )
        }
