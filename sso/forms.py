"""The form of a mailed code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.forms.account import CodeField


class CodeForm(forms.Form):
    """Type the code."""

    code = CodeField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "size": 12}),
    )
