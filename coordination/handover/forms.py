"""The form that brings a file of settings in: first the file, then its text and a mark of what was shown."""

import hashlib
import json

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coordination.handover.settings_file import MOST_BYTES
from mentoring.lib.text import MultiLineField, SingleLineField


class SettingsForm(forms.Form):
    """A file, or with the second press the text that was read and the mark of the changes that were shown."""

    file = forms.FileField(label=gettext_lazy("Settings file"), required=False)
    text = MultiLineField(required=False, max_length=MOST_BYTES)
    shown = SingleLineField(required=False, max_length=64)

    content = b""

    def clean(self):
        """`content` is the file, or what it was."""
        data = super().clean()
        if data.get("file"):
            self.content = data["file"].read(MOST_BYTES + 1)
        elif data.get("text"):
            self.content = data["text"].encode("utf-8", "replace")
        elif not self.errors:
            self.add_error("file", _("Choose a file."))
        return data

    def confirms(self, changes):
        """Whether the press was for exactly these changes."""
        return not self.cleaned_data.get("file") and self.cleaned_data.get("shown") == _mark(changes)

    def confirmation(self, changes):
        """What the second press sends along."""
        return {"text": self.content.decode("utf-8-sig"), "shown": _mark(changes)}


def _mark(changes):
    return hashlib.sha256(json.dumps(changes).encode()).hexdigest()
