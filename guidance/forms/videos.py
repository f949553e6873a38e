"""A video of the handbook, as coordinators enter it."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from configuration.policies.checks import checked_markdown
from guidance.handbook.chapters import chapters
from guidance.models import Video
from mentoring.lib.text import MultiLineField, SingleLineField


class VideoForm(forms.ModelForm):
    """Beside a chapter that is offered. Saving it takes a report about its link back."""

    chapter = forms.ChoiceField(label=_("Page of the handbook"))
    url = SingleLineField(label=_("Address"), max_length=500, validators=[URLValidator(schemes=["https"])])

    class Meta:
        model = Video
        fields = ("chapter", "language", "title", "url", "minutes", "text", "is_shown")
        field_classes = {"title": SingleLineField, "text": MultiLineField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(each.slug, each.title) for each in chapters(get_language())]
        if self.instance.chapter and self.instance.chapter not in dict(choices):
            choices.append((self.instance.chapter, self.instance.chapter))
        self.fields["chapter"].choices = choices

    def clean_url(self):
        """An address that only https opens, without a name and a password in it."""
        url = self.cleaned_data["url"]
        if "@" in url.split("/")[2]:
            raise ValidationError(_("Leave the user name out of the address."))
        return url

    def clean_text(self):
        """In one form, without HTML."""
        return checked_markdown(self.cleaned_data["text"])

    def save(self, commit=True):
        """What somebody has looked at is no longer reported."""
        self.instance.gone_since = None
        return super().save(commit)
