"""The forms of asking, answering and wishing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.availability import with_room
from matching.models import Work, wishes
from matching.models.assignment import NAMES_AT_MOST
from mentoring.lib.text import Draft, MultiLineField
from profiles.forms.fields import TermField, TermsField, keep_retired

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


NOT_OFFERED = _("Choose mentors who are on the list and have room.")
WORK = [("", _("It doesn’t matter")), *Work.choices]


class FindForm(WishForm):
    """“Find me someone”: the post, and what matters. What is left open does not matter."""

    MATTERS = ("work", "language", "windows", "formats", "other_employer")

    work = forms.ChoiceField(
        label=_("Where should the mentor work?"), choices=WORK, required=False, widget=forms.RadioSelect
    )
    language = TermField(
        "language", label=_("In which language would you most like to talk?"), blank=_("Any I speak")
    )
    windows = TermsField("window", label=_("When do you have time?"))
    formats = TermsField("format", label=_("How would you like to talk?"))
    other_employer = forms.BooleanField(
        label=_("Leave out mentors who work for my employer"),
        required=False,
        help_text=_(
            "Select this if one of them might be your manager. We compare the employers in your profiles."
        ),
    )

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member

    def clean_work(self):
        """The same as what, or different from what, has to be known."""
        if self.cleaned_data["work"] and not self.member.library_type:
            raise forms.ValidationError(
                _("Add the kind of library you work in to your profile first, or choose “It doesn’t matter”.")
            )
        return self.cleaned_data["work"]

    def clean_other_employer(self):
        """The same."""
        if self.cleaned_data["other_employer"] and not self.member.employer:
            raise forms.ValidationError(
                _("Add your employer to your profile first, or leave this unselected.")
            )
        return self.cleaned_data["other_employer"]


class NumbersField(forms.TypedMultipleChoiceField):
    """Some numbers of rows; whether there are such rows is for the form to find out."""

    def __init__(self, **kwargs):
        super().__init__(coerce=int, **kwargs)

    def valid_value(self, value):
        """A number that a database can hold."""
        return value.isdecimal() and len(value) < 10


class SuggestForm(forms.Form):
    """A coordinator picks one to three mentors, by the numbers of their profiles."""

    mentors = NumbersField(
        error_messages={"required": _("Select one to three mentors."), "invalid_choice": NOT_OFFERED}
    )

    def __init__(self, *args, wish, **kwargs):
        super().__init__(*args, **kwargs)
        self.wish = wish

    def clean_mentors(self):
        """Their profiles. All of those with room may be picked: who is left out would tell who is paired or blocked."""
        picked = set(self.cleaned_data["mentors"])
        if len(picked) > NAMES_AT_MOST:
            raise forms.ValidationError(_("Select three mentors at most."))
        rows = with_room().filter(pk__in=picked).exclude(member=self.wish.member_id).select_related("member")
        if len(rows) < len(picked):
            raise forms.ValidationError(NOT_OFFERED)
        return list(rows)
