"""Recording a mentorship that began elsewhere."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.addresses import AddressField
from profiles.forms.fields import TermField, keep_retired

ROLES = [("mentor", _("I am the mentor")), ("mentee", _("I am the mentee"))]


class InviteForm(forms.Form):
    """Who the other is, and which of the two one is oneself."""

    address = AddressField(
        label=_("Their e-mail address"),
        help_text=_("They get one mail with a link. We never say whether an address belongs to a member."),
    )
    role = forms.ChoiceField(label=_("In this mentorship"), choices=ROLES, widget=forms.RadioSelect)
    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Choose one"), required=True)
    style = TermField("style", label=_("How do you meet?"), blank=_("Open"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)
