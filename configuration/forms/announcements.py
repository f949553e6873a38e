"""One announcement: short, with a last day."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from configuration.models import Announcement
from configuration.policies.checks import checked_markdown
from mentoring.lib.text import MultiLineField, SingleLineField

LONGEST = timedelta(days=90)
TEXT_LENGTH = 600
FIELDS = ("title", "text", "link", "starts_on", "ends_on", "audience", "language")


class AnnouncementForm(forms.ModelForm):
    """`seen` is the number of the state on the page, 0 for a new one."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    title = SingleLineField(label=gettext_lazy("Title"), max_length=100)
    text = MultiLineField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("Short. You can use Markdown: *important*, [link](https://…)."),
    )
    link = SingleLineField(
        label=gettext_lazy("Link"),
        help_text=gettext_lazy("Begins with https://, or with / for a page of this site. It can stay empty."),
        max_length=300,
        required=False,
    )

    class Meta:
        model = Announcement
        fields = FIELDS
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("all languages")), *settings.LANGUAGES]
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=choices, required=False)
        self.fields["ends_on"].help_text = _(
            "At most 90 days after the first day. Then it is no longer shown."
        )

    def clean_text(self):
        """As Markdown, or refused with its line."""
        return checked_markdown(self.cleaned_data["text"], longest=TEXT_LENGTH)

    def clean_link(self):
        """An https address, or a page of the member site."""
        link = self.cleaned_data["link"]
        on_site = link.startswith("/") and not link.startswith(("//", "/\\"))
        if link and not on_site and not link.startswith(("https://", f"{settings.SITE_URL}/")):
            raise forms.ValidationError(_("Begin the link with https://, or with / for a page of this site."))
        if " " in link:
            raise forms.ValidationError(_("Use a link without spaces."))
        return link

    def clean(self):
        """The last day comes after the first, and not long after."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last:
            if last < first:
                self.add_error("ends_on", _("Choose a last day that is not before the first."))
            elif last - first > LONGEST:
                self.add_error("ends_on", _("Choose a last day at most 90 days after the first."))
            elif last < timezone.localdate():
                self.add_error("ends_on", _("Choose a last day that has not passed."))
        return data

    @property
    def values(self):
        """{field: value} of a form that is valid."""
        return {name: self.cleaned_data[name] for name in FIELDS}
