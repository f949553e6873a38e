"""The forms of reporting and of leaving."""

from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.forms import LONGEST
from mentoring.lib.text import MultiLineField

MOST_TEXTS = 200


class ReportForm(forms.Form):
    """What happened, and the texts that show it: only those the reporter may read can be picked."""

    text = MultiLineField(label=_("What happened?"), max_length=LONGEST, rows=9)
    stop_reminders = forms.BooleanField(
        label=_("Stop reminders about this mentorship meanwhile"),
        help_text=_("Neither of you gets any until this report is closed. We do not say why."),
        required=False,
    )

    def __init__(self, data, texts):
        super().__init__(data)
        self.wanted = list(dict.fromkeys(data.getlist("texts"))) if data else []
        self.picked = [texts[key] for key in self.wanted if key in texts]

    def clean(self):
        """What cannot be picked is left out, and said."""
        if len(self.picked) < len(self.wanted):
            self.add_error(
                None,
                _(
                    "Check your choice and send the report again. Some of the texts you chose are "
                    "not available, so we left them out."
                ),
            )
        if len(self.picked) > MOST_TEXTS:
            self.add_error(None, _("Choose no more than %(n)d texts.") % {"n": MOST_TEXTS})
        return super().clean()


class CloseForm(forms.Form):
    """What becomes of one's words."""

    words = forms.ChoiceField(
        label=_("What should happen to what you wrote to your mentors and mentees?"),
        widget=forms.RadioSelect,
        choices=[
            ("shred", _("Make it permanently unreadable for everyone")),
            ("leave", _("Let them keep it, without my name")),
        ],
    )
