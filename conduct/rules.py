"""May they? One sentence each; and who reads what members tell the coordinators."""

from conduct.models import CaseKey, CaseKind
from profiles.roles import staff_with

MAY_READ = "conduct.view_case"
# After so many days without an answer a case is late.
LATE_DAYS = {CaseKind.REPORT: 1, CaseKind.HELP: 3}


def case_readers(*, but=()):
    """Who reads cases on the staff site: those whose role gives them the right to, without these members."""
    return staff_with(MAY_READ, but=but)


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
