"""The filters of the lists of people."""

from datetime import timedelta

from django.contrib.admin import SimpleListFilter
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from profiles.models.mentor import ProfileStatus


class ChoiceFilter(SimpleListFilter):
    """A filter with a fixed list of answers: `choices` is (value, words, condition or a function that makes it)."""

    answers = ()

    def lookups(self, request, model_admin):
        """The answers in words."""
        return [(value, words) for value, words, _condition in self.answers]

    def queryset(self, request, queryset):
        """The rows of the chosen answer; all of them for none, and for an answer that is not offered."""
        for value, _words, condition in self.answers:
            if value == self.value():
                return queryset.filter(condition() if callable(condition) else condition)
        return queryset


class SignInFilter(ChoiceFilter):
    """Whether an account works."""

    title, parameter_name = _("account"), "account"
    answers = (
        ("open", _("can sign in"), Q(is_active=True)),
        ("suspended", _("suspended"), Q(is_active=False, left_at=None)),
        ("closed", _("closed"), Q(left_at__isnull=False)),
    )


class PartFilter(ChoiceFilter):
    """What somebody is in the programme. Not whose mentor or mentee: nobody here can tell."""

    title, parameter_name = _("role in the programme"), "part"
    answers = (
        ("staff", _("with a role on the staff site"), Q(is_staff=True)),
        ("mentor", _("with a mentor profile"), Q(mentor_profile__isnull=False)),
        ("other", _("without a mentor profile"), Q(mentor_profile=None)),
    )


def _this_month():
    return Q(joined_at__gte=_first_of_month())


def _last_month():
    first = _first_of_month()
    return Q(joined_at__lt=first, joined_at__gte=(first - timedelta(days=1)).replace(day=1))


def _this_year():
    return Q(joined_at__gte=_first_of_month().replace(month=1))


def _first_of_month():
    return localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)


class JoinedFilter(ChoiceFilter):
    """When somebody joined, by the coordinator's own calendar."""

    title, parameter_name = _("date joined"), "joined"
    answers = (
        ("month", _("this month"), _this_month),
        ("last-month", _("last month"), _last_month),
        ("year", _("this year"), _this_year),
    )


class ProfileFilter(ChoiceFilter):
    """Where a mentor profile stands."""

    title, parameter_name = _("state"), "state"
    answers = (
        (
            "listed",
            _("on the list"),
            Q(status=ProfileStatus.PUBLISHED, hidden_at=None, member__is_active=True),
        ),
        ("paused", _("paused"), Q(status=ProfileStatus.PAUSED)),
        ("draft", _("draft"), Q(status=ProfileStatus.DRAFT)),
        ("hidden", pgettext_lazy("profile", "hidden"), Q(hidden_at__isnull=False)),
        ("suspended", _("suspended"), Q(member__is_active=False, member__left_at=None)),
    )
