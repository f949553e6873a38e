"""Looking for a peer, and asking one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.forms import LONGEST
from mentoring.lib.text import Draft, MultiLineField
from profiles.forms.fields import TermField, keep_retired


class PeerProfileForm(forms.Form):
    """One line about what to share."""

    about = MultiLineField(
        label=_("What would you like to share with a peer?"),
        max_length=500,
        rows=4,
        help_text=_("Up to 500 characters. All members can read this, with your name and your profile."),
    )


class ReportForm(forms.Form):
    """Words for the coordinators."""

    report = MultiLineField(
        label=_("What would you like to tell the coordinators?"), max_length=10_000, rows=6
    )


class AskPeerForm(Draft, forms.Form):
    """What it is about, and a message."""

    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Choose one"), required=True)
    message = MultiLineField(label=_("Your message"), max_length=LONGEST, rows=7)
    hopes = MultiLineField(
        label=_("What do you hope you’ll both get out of it?"), max_length=LONGEST, required=False, rows=3
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)
