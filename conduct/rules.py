"""May they? One sentence each; and who reads what members tell the coordinators."""

from django.contrib.auth.models import Permission
from django.db.models import Q

from conduct.models import CaseKey, CaseKind
from profiles.models import Member

MAY_READ = "conduct.view_case"
# After so many days without an answer a case is late.
LATE_DAYS = {CaseKind.REPORT: 1, CaseKind.HELP: 3}


def case_readers(*, but=()):
    """Who reads cases on the staff site: those given the right to, without these members."""
    right = Permission.objects.filter(content_type__app_label="conduct", codename="view_case")
    given = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    staff = Member.objects.filter(given, is_active=True, is_staff=True).distinct().order_by("pk")
    return staff.exclude(pk__in=[member.pk for member in but if member])


def cases_readable_by(coordinator, cases):
    """The cases a coordinator may read: neither their own nor one that names them."""
    return cases.exclude(member=coordinator).exclude(about=coordinator)


def may_add(member, case):
    """The member who opened it, until it is closed."""
    return case.member_id == member.pk and case.closed_at is None


def needs_last_word(case):
    """A report is not closed while what the reporter wrote last has no answer."""
    return case.kind == CaseKind.REPORT and case.waiting_since is not None


def may_write_again(member, case):
    """The member who opened it, once it is closed, as long as its text can still be read."""
    own = case.member_id == member.pk and case.closed_at is not None
    return own and CaseKey.objects.filter(scope=case.code).exists()
