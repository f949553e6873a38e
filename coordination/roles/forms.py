"""The form that proposes a role for a member."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from coordination.roles import rules
from mentoring.lib.addresses import AddressField
from mentoring.lib.registry.roles import ROLE_SENTENCES, Role
from profiles.models import Member


def _with_sentence(role):
    return _("%(role)s: %(what)s") % {"role": role.label, "what": ROLE_SENTENCES[role]}


class ProposeForm(forms.Form):
    """Whom, and which role. `cleaned_data["email"]` is the Member."""

    email = AddressField(
        label=gettext_lazy("Email address of the member"),
        help_text=gettext_lazy("The address they sign in with."),
    )
    role = forms.ChoiceField(
        label=pgettext_lazy("staff site", "Role"),
        widget=forms.RadioSelect,
        choices=lambda: [(role.value, _with_sentence(role)) for role in Role],
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_email(self):
        """The member of this address."""
        try:
            return Member.objects.get_by_natural_key(self.cleaned_data["email"])
        except Member.DoesNotExist:
            raise forms.ValidationError(
                _("Nobody has this address. Ask them to join on the members’ site first.")
            ) from None

    def clean(self):
        """Whether this member may have this role by this coordinator."""
        data = super().clean()
        if data.get("email") and data.get("role"):
            reason = rules.why_not_propose(data["email"], Role(data["role"]), by=self.by)
            if reason:
                self.add_error("email", reason)
        return data
