"""Writing a letter, and answering one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from feedback.models import TEXTS
from mentoring.lib.text import Draft, MultiLineField, SingleLineField

LONGEST = 10_000


class FeedbackForm(Draft, forms.Form):
    """Free words, and three prompts one may follow or not."""

    mark_optional = False

    letter = MultiLineField(label=_("Your letter"), max_length=LONGEST, required=False, rows=9)
    works = MultiLineField(
        label=_("What works"),
        max_length=LONGEST,
        required=False,
        rows=3,
        help_text=_("One thing you saw or heard, and the difference it made: “When you asked me …, it …”"),
    )
    better = MultiLineField(
        label=_("What could be better"),
        max_length=LONGEST,
        required=False,
        rows=3,
        help_text=_("Describe what happened, not what kind of person someone is."),
    )
    next_time = MultiLineField(
        label=_("One thing to try"),
        max_length=LONGEST,
        required=False,
        rows=3,
        help_text=_("“You might try …”, “I’d love more of …”"),
    )

    def clean(self):
        """Something has to be said, anywhere."""
        data = super().clean()
        if not self.errors and not any(data.get(name) for name in TEXTS):
            raise forms.ValidationError(_("Write something first: one line is enough."))
        return data


class FeedbackAnswerForm(forms.Form):
    """An answer, in place."""

    text = MultiLineField(label=_("Your reply"), max_length=LONGEST, rows=4)


class SearchForm(forms.Form):
    """Finding a letter again."""

    q = SingleLineField(
        label=_("Search for"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
