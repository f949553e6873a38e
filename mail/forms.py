"""Which mails a member wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mail.models import Frequency
from mail.topics import TOPICS


def _topic_choices():
    return [(topic.name, topic.label) for topic in TOPICS]


class MailsForm(forms.Form):
    """One box for each topic; none ticked is an answer, too."""

    mark_optional = False
    frequency = forms.ChoiceField(label=_("How often"), widget=forms.RadioSelect, choices=Frequency.choices)
    mails = forms.MultipleChoiceField(
        label=_("Email me about"), widget=forms.CheckboxSelectMultiple, choices=_topic_choices, required=False
    )
