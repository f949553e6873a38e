"""Quotes on the staff site: read, shown or not shown. Their words are the mentors'."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.admin import RestrictedModelAdmin
from outreach.models import Quote, QuoteState
from outreach.services import quotes
from profiles import access_log
from profiles.models import AccessedObject

DECISIONS = [("show", gettext_lazy("Show it on the home page")), ("hide", gettext_lazy("Do not show it"))]


class DecisionForm(forms.ModelForm):
    """Show it or not: what the coordinator has read, as it stood then."""

    decision = forms.ChoiceField(label=gettext_lazy("Decision"), choices=DECISIONS, widget=forms.RadioSelect)
    seen = forms.DateTimeField(label="", widget=forms.HiddenInput)

    class Meta:
        model = Quote
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.changed_at.isoformat()
        self.fields["decision"].initial = {QuoteState.SHOWN: "show", QuoteState.TAKEN_DOWN: "hide"}.get(
            self.instance.state
        )

    def clean_seen(self):
        """The quote as it was read is the one that is there."""
        if self.cleaned_data["seen"] != self.instance.changed_at:
            words = _(
                "The mentor has changed the quote since you opened the page. Read it again, then decide."
            )
            raise forms.ValidationError(words)
        return self.instance.changed_at


@admin.register(Quote)
class QuoteAdmin(RestrictedModelAdmin):
    """Waiting ones first."""

    form = DecisionForm
    list_display = ("text", "signed", "state", "changed_at")
    list_select_related = ("member",)
    ordering = ("-state", "changed_at")
    fields = readonly_fields = ("text", "signed", "member_name", "state", "changed_at", "decided_at")

    def get_fields(self, request, obj=None):
        """What members are told that coordinators see (`fields`), and the decision."""
        return [*self.fields, "decision", "seen"]

    def has_add_permission(self, request):
        """Mentors write them."""
        return False

    @admin.display(description=gettext_lazy("signed"))
    def signed(self, quote):
        """As the first page does."""
        return quotes.signature(quote)

    @admin.display(description=gettext_lazy("mentor"))
    def member_name(self, quote):
        """Of the member."""
        return quote.member.name

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one; its mentor can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.MENTOR)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        """By the service: the login of this site writes two columns."""
        data = form.cleaned_data
        if not quotes.decide(obj, shown=data["decision"] == "show", seen=data["seen"]):
            messages.error(
                request, _("The mentor has changed the quote in the meantime. Nothing was decided.")
            )
