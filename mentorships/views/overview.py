"""My mentorships, and the page of one pair."""

from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.paging import page_of, pages_of
from mentorships import rules
from mentorships.models import Mentorship, MentorshipStatus
from mentorships.pair_page import sections
from mentorships.services import recording
from mentorships.views.pair import pair_context, pair_page
from profiles.shown import member_facts


@member_page("GET")
def mentorship_list(request):
    """Mine: going on first, then those that have ended."""
    mine = Mentorship.objects.visible_to(request.user).with_people().order_by("ended_at", "-began_at")
    page = page_of(mine, request.GET.get("page"))
    rows = [pair_context(request, entry) for entry in page]
    return render(
        request,
        "mentorships/mentorship_list.html",
        {
            "going_on": [entry for entry in rows if entry["mentorship"].status != MentorshipStatus.ENDED],
            "ended": [entry for entry in rows if entry["mentorship"].status == MentorshipStatus.ENDED],
            "pages": pages_of(page),
            "invitations": recording.open_to(request.user),
        },
    )


@pair_page("GET")
def mentorship_detail(request, mentorship):
    """The quiet table of contents of a pair."""
    context = pair_context(request, mentorship)
    may_write = context["may_write"]
    lines, next_step = sections(mentorship, request.user, may_write=may_write)
    here = mentorship.get_absolute_url()  # all of it lies beneath: one address is looked up, not nine
    context["said"] = _sentences(mentorship, context, next_step)
    context["contents"] = [(here + line.path, *line[1:]) for line in lines]
    context["may_see_details"] = rules.may_see_details(mentorship)
    about_other = member_facts(context["other"]) if context["may_see_details"] else []
    context["facts"] = [*_agreed_on(context), *about_other]
    return render(request, "mentorships/mentorship_detail.html", context)


def _sentences(mentorship, context, next_step):
    """The headings and the one sentence that says where the two are."""
    other = context["other"]
    if mentorship.status == MentorshipStatus.ENDED:
        now = _("Ended on %(day)s. You can both still read what you wrote.")
    elif mentorship.status == MentorshipStatus.PAUSED:
        now = _paused(mentorship)
    elif mentorship.status == MentorshipStatus.RESTING:
        now = _resting(context)
    elif next_step:
        now = next_step.replace("%", "%%")
    elif context["i_was_asked"]:
        now = _("%(name)s will write first. The first line is always the hardest.")
    else:
        now = _("You write first. %(name)s is waiting to hear from you.")
    ended = mentorship.ended_at and date_format(localtime(mentorship.ended_at))
    values = {"name": other.first_name, "day": ended}
    return {
        "title": _("You and %(name)s") % {"name": other.name},
        "now": now % values,
        "reach": _("How to reach %(name)s") % values,
        "about": _("About %(name)s") % values,
    }


def _paused(mentorship):
    if not mentorship.paused_until:
        return _("Paused. Either of you can resume it.")
    day = date_format(mentorship.paused_until)
    return _("Paused until around %(day)s. Either of you can resume it.") % {"day": day}


def _resting(context):
    """Who has a place to take up again is said before somebody tries."""
    if context["peers"]:
        return _("Resting. Either of you can take it up again.")
    if context["i_am_mentor"]:
        return _("Resting. Either of you can take it up again whenever you have room.")
    return _("Resting. Either of you can take it up again whenever %(name)s has room.")


def _agreed_on(context):
    """What the two agreed on when it began."""
    yield _("Focus"), context["focus"]
    if context["style"]:
        yield _("Kind of mentoring"), context["style"]
    yield _("Since"), date_format(localtime(context["mentorship"].began_at))
