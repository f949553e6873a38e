"""The forms of asking, answering and wishing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.availability import with_room
from matching.models import wishes
from mentoring.lib.text import Draft, MultiLineField
from profiles.forms.fields import TermField, keep_retired

LONGEST = 5000
YES_NO = [("", _("Prefer not to say")), ("no", _("No")), ("yes", _("Yes"))]


class AskForm(Draft, forms.Form):
    """Three questions on one screen, and two short ones."""

    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Choose one"), required=True)
    message = MultiLineField(label=_("Your message"), max_length=LONGEST, rows=7)
    hopes = MultiLineField(
        label=_("What do you hope to get out of it?"), max_length=LONGEST, required=False, rows=3
    )
    style = TermField(
        "style", label=_("What kind of mentoring would suit you?"), blank=_("Open to suggestions")
    )
    line_manager = forms.ChoiceField(label=_("Is this mentor your manager?"), choices=YES_NO, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)

    def clean_line_manager(self):
        """Yes, no, or None where it was left open."""
        return {"yes": True, "no": False}.get(self.cleaned_data["line_manager"])


class MessageForm(forms.Form):
    """A question back, or its answer."""

    text = MultiLineField(label=_("Your message"), max_length=LONGEST, rows=4)


class DeclineForm(forms.Form):
    """A no, with as much or as little as one likes."""

    reason = TermField("decline_reason", label=_("Reason"), blank=_("Prefer not to say"))
    text = MultiLineField(
        label=_("A few kind words to go with it"), max_length=LONGEST, required=False, rows=4
    )
    then_pause = forms.BooleanField(
        label=_("Pause my mentor profile"),
        required=False,
        help_text=_(
            "Your profile comes off the list until you bring it back. Your current mentorships continue."
        ),
    )


class ShortlistNoteForm(forms.Form):
    """A note about a mentor on the shortlist, for oneself."""

    note = MultiLineField(label=_("Your note"), max_length=1000, required=False, rows=2)


class WishForm(forms.Form):
    """What one looks for. Said beside the field: who reads it."""

    what = MultiLineField(
        label=_("I’m looking for a mentor who …"),
        max_length=wishes.LONGEST,
        rows=4,
        help_text=_(
            "Up to 500 characters. Mentors on the list who have room can read this, with "
            "your name. Unlike a request, it is not encrypted."
        ),
    )
    focus = TermField("helps_with", label=_("What is it about?"), blank=_("Leave this open"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_retired(self)


class MentorByName(forms.ModelChoiceField):
    """A mentor who can be asked, by name."""

    def label_from_instance(self, mentor):
        """Of the member."""
        return mentor.member.name


class SuggestForm(forms.Form):
    """A coordinator thinks of a mentor for a wish."""

    mentor = MentorByName(queryset=None, label=_("Mentor"), empty_label=_("Choose one"))

    def __init__(self, *args, wish, **kwargs):
        super().__init__(*args, **kwargs)
        # All of them, but for the wisher: who is left out would tell who is paired or blocked.
        others = with_room().exclude(member=wish.member_id).select_related("member")
        self.fields["mentor"].queryset = others.order_by("member__name", "pk")
