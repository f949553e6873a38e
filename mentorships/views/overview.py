"""My mentorships, and the page of one pair."""

from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.access import login_required_keep_post
from mentoring.lib.paging import page_of, pages_of
from mentorships.models import Mentorship, MentorshipStatus
from mentorships.pair_page import own_sections, sections_of_other_rooms
from mentorships.services import recording
from mentorships.views.pair import pair_context, pair_or_404
from profiles.shown import member_facts


@require_safe
@login_required_keep_post
def mentorship_list(request):
    """Mine: going on first, then those that have ended."""
    mine = (
        Mentorship.objects.visible_to(request.user).with_people().order_by("ended_at", "-began_at")
    )
    page = page_of(mine, request.GET.get("page"))
    rows = [pair_context(request, row) for row in page]
    return render(
        request,
        "mentorships/mentorship_list.html",
        {
            "going_on": [row for row in rows if row["mentorship"].status != MentorshipStatus.ENDED],
            "ended": [row for row in rows if row["mentorship"].status == MentorshipStatus.ENDED],
            "pages": pages_of(page),
            "invitations": recording.open_to(request.user),
        },
    )


@require_safe
@login_required_keep_post
def mentorship_detail(request, code):
    """The quiet table of contents of a pair."""
    mentorship = pair_or_404(request, code)
    context = pair_context(request, mentorship)
    may_write = context["may_write"]
    above, coming = sections_of_other_rooms(mentorship, request.user, may_write=may_write)
    context["said"] = _said(mentorship, context, coming)
    context["contents"] = _contents(mentorship, request.user, above, may_write=may_write)
    told = [] if mentorship.apart else member_facts(context["other"])
    context["facts"] = [*_facts(context), *told]
    return render(request, "mentorships/mentorship_detail.html", context)


def _said(mentorship, context, coming):
    """The headings and the one sentence that says where the two are."""
    other = context["other"]
    if mentorship.status == MentorshipStatus.ENDED:
        now = _("Ended on %(day)s. What you wrote stays with you both.")
    elif mentorship.status == MentorshipStatus.PAUSED:
        now = _paused(mentorship)
    elif coming:
        now = coming.replace("%", "%%")
    elif context["i_am_mentor"]:
        now = _("%(name)s writes first: the hardest line is the first one.")
    else:
        now = _("You write first: %(name)s is waiting to hear from you.")
    ended = mentorship.ended_at and date_format(localtime(mentorship.ended_at))
    facts = {"name": other.first_name, "day": ended}
    return {
        "title": _("You and %(name)s") % {"name": other.name},
        "now": now % facts,
        "reach": _("Reach %(name)s") % facts,
        "about": _("About %(name)s") % facts,
    }


def _paused(mentorship):
    if not mentorship.paused_until:
        return _("Paused. Either of you can take it up again.")
    day = date_format(mentorship.paused_until)
    return _("Paused until about %(day)s. Either of you can take it up again.") % {"day": day}


def _contents(mentorship, reader, above, *, may_write):
    """(address, what, in other words, class) of everything the two have here."""
    rows = [
        *above,
        ("feedback/", _("Feedback"), _("letters between the two of you"), ""),
        *(
            [("feedback/write/", _("Write a letter"), _("kept as you type"), "")]
            if may_write
            else []
        ),
        *own_sections(mentorship, reader, may_write=may_write),
        ("archive/", _("Archive"), _("to take along"), ""),
        ("trouble/", _("When it gets difficult"), _("a way through, and a way out"), ""),
        *_ways_out(mentorship, may_write=may_write),
    ]
    here = (
        mentorship.get_absolute_url()
    )  # all of it lies beneath: one address is looked up, not nine
    return [(here + path, what, say, kind) for path, what, say, kind in rows]


def _ways_out(mentorship, *, may_write):
    if mentorship.status == MentorshipStatus.ACTIVE:
        yield "pause/", _("Pause"), _("when life gets full"), ""
    if may_write:
        yield "end/", _("End this mentorship"), _("no reason needed"), ""
    else:
        yield "end/", _("Looking back"), _("thanks, and a word to yourself"), ""


def _facts(context):
    """What the two agreed on when it began."""
    yield _("Focus"), context["focus"]
    if context["style"]:
        yield _("Style"), context["style"]
    yield _("Since"), date_format(localtime(context["mentorship"].began_at))
