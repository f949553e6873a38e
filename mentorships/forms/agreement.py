"""Proposing an agreement: every part may stay empty, not all of them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.agreement_topics import TOPICS
from mentoring.lib.text import MultiLineField
from mentorships.agreement import GROUPS, LENGTHS, MEETING_FREQUENCIES, OTHERS, PARTS, cleaned
from profiles.forms.fields import TermsField, keep_retired

LONGEST = 4000
OPEN = [("", _("Leave this open"))]


class AgreementForm(forms.Form):
    """The parts, by their slugs."""

    mark_optional = False

    focus = MultiLineField(
        label=OTHERS["focus"],
        max_length=LONGEST,
        required=False,
        rows=2,
        help_text=_("What this mentorship is for, in a sentence or two."),
    )
    often = forms.ChoiceField(
        label=OTHERS["often"], required=False, choices=[*OPEN, *MEETING_FREQUENCIES.items()]
    )
    means = TermsField("format", label=OTHERS["means"])
    length = forms.ChoiceField(label=OTHERS["length"], required=False, choices=[*OPEN, *LENGTHS.items()])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for slug, (label, prompt) in TOPICS.items():
            self.fields[slug] = MultiLineField(
                label=label, help_text=prompt, max_length=LONGEST, required=False, rows=3
            )
        self.order_fields(PARTS)
        keep_retired(self)

    def groups(self):
        """(heading, fields) as they stand on the page."""
        return [(title, [self[part] for part in parts]) for title, parts in GROUPS]

    def clean(self):
        """Something has to be said, anywhere."""
        data = super().clean()
        if not self.errors and not cleaned(data):
            raise forms.ValidationError(_("Write something first. One line is enough."))
        return data
