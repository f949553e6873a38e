"""What coordinators write of a programme, checked."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.roles import Role
from mentoring.lib.text import MultiLineField, SingleLineField
from profiles.models import Member
from profiles.roles import HELD
from programmes.models import Milestone, PairedBy, Programme, ProgrammeKind, Sees

LONGEST_DAYS = 366 * 5
LINES, TEXTS = ("name", "qualification", "summary", "commitment"), ("description", "objectives", "who")


class ProgrammeForm(forms.ModelForm):
    """A programme whose dates are in order, and that says what it has to."""

    class Meta:
        model = Programme
        fields = "__all__"  # noqa: DJ007 the admin names them
        widgets = {"coordinators": forms.CheckboxSelectMultiple}
        field_classes = dict.fromkeys(LINES, SingleLineField) | dict.fromkeys(TEXTS, MultiLineField)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "coordinators" in self.fields:
            held = HELD.filter(group__name=Role.PROGRAMME).values("member")
            self.fields["coordinators"].queryset = Member.objects.filter(pk__in=held).order_by("name", "pk")
            self.fields["coordinators"].label_from_instance = lambda member: member.name

    def clean(self):
        """Each rule at the field that breaks it."""
        data = super().clean()
        for field, refusal in self._refusals(data):
            if field in self.fields and field not in self.errors:
                self.add_error(field, refusal)
        return data

    def _refusals(self, data):
        yield from _date_refusals(data, new=self.instance.published_at is None)
        qualifies = data.get("kind", self.instance.kind) == ProgrammeKind.QUALIFICATION
        if qualifies and not data.get("qualification"):
            yield "qualification", _("Enter the qualification it leads to.")
        if not qualifies and not data.get("ends_on"):
            yield "ends_on", _("Enter the last day.")
        if qualifies and bool(data.get("ends_on")) == bool(data.get("weeks")):
            yield "weeks", _("Enter either the last day or how many weeks each pair has.")
        if not qualifies and data.get("weeks"):
            yield "weeks", _("Only a programme for a qualification has weeks for each pair.")
        paired_by = data.get("paired_by", self.instance.paired_by)
        if paired_by == PairedBy.PROPOSALS and data.get("sees") == Sees.NUMBERS:
            yield "sees", _("To suggest mentors, coordinators have to see who takes part.")


def _date_refusals(data, *, new):
    opens, closes = data.get("sign_up_from"), data.get("sign_up_until")
    starts, ends = data.get("starts_on"), data.get("ends_on")
    if opens and closes and closes < opens:
        yield "sign_up_until", _("The last day to sign up is before the first.")
    if starts and ends and ends < starts:
        yield "ends_on", _("The last day is before the first.")
    if starts and ends and (ends - starts).days > LONGEST_DAYS:
        yield "ends_on", _("A programme lasts five years at most.")
    if closes and ends and closes > ends:
        yield "sign_up_until", _("Sign-up has to close before the programme ends.")
    if new and closes and closes < timezone.localdate():
        yield "sign_up_until", _("This day is in the past, so nobody could sign up.")


class MilestoneForm(forms.ModelForm):
    """A milestone at a time or on a day; one that is new lies ahead."""

    class Meta:
        model = Milestone
        fields = ("kind", "title", "text", "starts_at", "minutes", "due_on", "place", "called_off")
        field_classes = {"title": SingleLineField, "text": MultiLineField, "place": SingleLineField}

    def clean(self):
        """One of the two dates at most, and none that is newly put into the past."""
        data = super().clean()
        starts, due = data.get("starts_at"), data.get("due_on")
        if starts and due:
            self.add_error("due_on", _("Enter either a time or a day, not both."))
        if starts and "starts_at" in self.changed_data and starts < timezone.now():
            self.add_error("starts_at", _("This time is in the past."))
        if due and "due_on" in self.changed_data and due < timezone.localdate():
            self.add_error("due_on", _("This day is in the past."))
        return data
