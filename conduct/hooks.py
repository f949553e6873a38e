"""What help and reports offer to others: the first page of the staff site, reminders to coordinators."""

from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from conduct import late, rules
from conduct.models import Case, CaseKind, CaseText
from mentoring.lib.registry.hooks import (
    DUE,
    STAFF_MEMBER_LINKS,
    STAFF_SINCE,
    STAFF_SITE,
    STAFF_TO_DO,
    StaffTask,
    label_fields,
)
from mentoring.lib.registry.roles import Role, coordinators_may

NAMES_THEM = gettext_lazy("Report of %(day)s that names them (%(state)s)")
coordinators_may("conduct", "view_case", also=(Role.HELP_DESK,))
label_fields({"text": gettext_lazy("Text")})
DUE.register(order=40, name="coordinators reminded of cases")(late.remind_of_cases)


@STAFF_TO_DO.register(order=10)
def cases_to_answer(coordinator):
    """One line for each case that waits for an answer and that this coordinator may read."""
    if not coordinator.has_perm(rules.MAY_READ):
        return
    for case in rules.cases_readable_by(coordinator, Case.objects.waiting().select_related("held_by")):
        report = case.kind == CaseKind.REPORT
        yield StaffTask(
            label=_("Report without an answer") if report else _("Request for help without an answer"),
            since=case.waiting_since,
            url=reverse("admin:conduct_case_change", urlconf=STAFF_SITE, args=[case.pk]),
            action=_("Read and answer"),
            late_days=rules.LATE_DAYS[case.kind],
            held_by=case.held_by.name if case.held_by else "",
        )


@STAFF_SINCE.register(order=20)
def answered_since(person, since):
    """How many cases others have answered, of those that this person may read."""
    if not person.has_perm(rules.MAY_READ):
        return
    written = CaseText.objects.filter(written_at__gte=since, author__is_staff=True, copied_from=None)
    theirs = written.exclude(author=person).exclude(author=F("case__member")).values("case")
    count = rules.cases_readable_by(person, Case.objects.filter(pk__in=theirs)).count()
    if count:
        sentence = ngettext(
            "Your colleagues answered %(n)d case.", "Your colleagues answered %(n)d cases.", count
        )
        yield sentence % {"n": count}


@STAFF_MEMBER_LINKS.register(order=20)
def cases_of_member(coordinator, member):
    """The cases a member has opened and those that name them, as far as this coordinator may read them."""
    if not coordinator.has_perm(rules.MAY_READ):
        return
    theirs = Case.objects.filter(Q(member=member) | Q(about=member)).order_by("-opened_at", "-pk")
    for case in rules.cases_readable_by(coordinator, theirs):
        words = _("%(case)s of %(day)s (%(state)s)") if case.member_id == member.pk else NAMES_THEM
        day = date_format(localtime(case.opened_at))
        names = {"case": case.title, "day": day, "state": case.state.label}
        yield reverse("admin:conduct_case_change", args=[case.pk]), str(words) % names
