"""Recording a mentorship that began elsewhere."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.addresses import AddressField
from profiles.forms.fields import TermField, keep_retired

ROLES = [("mentor", _("I’m the mentor")), ("mentee", _("I’m the mentee"))]


class InviteForm(forms.Form):
    """Who the other is, and which of the two one is oneself."""

    address = AddressField(
        label=_("Their email address"),
        help_text=_(
            "We’ll send them one email with a link. We never say whether an address belongs to a member."
        ),
    )
    role = forms.ChoiceField(label=_("Your role in this mentorship"), choices=ROLES, widget=forms.RadioSelect)
    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Choose one"), required=True)
    style = TermField("style", label=_("What kind of mentoring is it?"), blank=_("Not decided yet"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)
