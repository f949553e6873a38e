"""The photo: looked at before it is decoded, drawn anew, and kept without what was hidden in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import SingleLineField
from profiles import photos


class PhotoForm(forms.Form):
    """A picture and its description."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("JPEG, PNG or WebP, up to 25 MB. We remove location and camera data."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = SingleLineField(
        label=_("Describe the photo"),
        max_length=160,
        required=False,
        help_text=_("For people who cannot see it."),
    )

    def clean_photo(self):
        """The redrawn picture, as JPEG bytes."""
        try:
            return photos.redraw(self.cleaned_data["photo"])
        except photos.NotAPhoto as error:
            raise forms.ValidationError(str(error)) from None
