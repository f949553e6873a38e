"""Which mails a member wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mail.models import Frequency
from mail.topics import topics_offered_to


class MailsForm(forms.Form):
    """One box for each topic; none ticked is an answer, too."""

    mark_optional = False
    frequency = forms.ChoiceField(label=_("How often"), widget=forms.RadioSelect, choices=Frequency.choices)
    mails = forms.MultipleChoiceField(
        label=_("Email me about"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [(topic.name, topic.label) for topic in topics_offered_to(member)]
        self.fields["mails"].choices = offered
