"""Lines of an agenda, and how meetings stand in one's calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.models import CalendarSettings
from mentoring.lib.text import PrivateSingleLineField


class ItemForm(forms.Form):
    """One line."""

    text = PrivateSingleLineField(label=_("New item"), max_length=500)


class CalendarForm(forms.ModelForm):
    """Discreet, or not."""

    class Meta:
        model = CalendarSettings
        fields = ("discreet",)
        labels = {"discreet": _("Keep meetings discreet")}
        help_texts = {
            "discreet": _(
                "Calendar entries and our emails about meetings do not show the other person’s "
                "name or the place. Work calendars are often open to others. If you leave this "
                "off, they show both."
            )
        }
