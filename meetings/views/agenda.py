"""What is talked about: the agenda, the notes, what comes of it."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from meetings import starters
from meetings.forms.items import ItemForm
from meetings.models import Item, ItemKind, MeetingStatus
from meetings.services import items as services
from meetings.services import notes
from meetings.services.locking import Conflict
from meetings.templatetags.meetings import day_of
from meetings.views.meeting import meeting_context, meeting_or_404
from mentoring.lib.access import login_required_keep_post
from mentoring.lib.text import uuid_or_none
from mentorships import rules as pair_rules
from mentorships.forms.notes import SharedNoteForm
from mentorships.goals import goals_of
from mentorships.templatetags.private import plain
from mentorships.views.pair import done, pair_context


def agenda_context(request, meeting, *, form=None, kind=""):
    """Points, actions of this meeting, and actions of earlier ones that are still open."""
    mentorship = meeting.mentorship
    rows = _knowing(_shown_at(meeting), meeting)
    mine = [row for row in rows if row.meeting_id == meeting.pk]
    is_mentee = pair_rules.may_set_goals(request.user, mentorship)
    return {
        "points": [row for row in mine if row.kind == ItemKind.POINT],
        "actions": [row for row in mine if row.kind == ItemKind.ACTION],
        "carried": [row for row in rows if row.meeting_id != meeting.pk],
        "point_form": form if kind == ItemKind.POINT else ItemForm(prefix="point"),
        "action_form": form if kind == ItemKind.ACTION else ItemForm(prefix="action"),
        "goals": list(goals_of(mentorship).prefetch_related(None)) if is_mentee and rows else [],
        "starters": starters.some(meeting),
        "first_agenda": starters.FIRST
        if starters.is_first(meeting, has_met=meeting.has_met)
        else [],
    }


def _shown_at(meeting):
    """Its own lines; and actions still open of meetings before it by the clock, or that never had a time."""
    here = Q(meeting=meeting)
    if meeting.status in (MeetingStatus.AGREED, MeetingStatus.HELD):
        untimed = Q(meeting__starts_at=None, written_at__lt=meeting.ends_at)
        before = Q(meeting__starts_at__lt=meeting.starts_at) | untimed
        here |= before & Q(kind=ItemKind.ACTION, done_at=None)
    rows = Item.objects.filter(here, meeting__mentorship=meeting.mentorship)
    return rows.select_related("meeting").defer("meeting__place")


def _knowing(rows, meeting):
    """Let each know its pair, and share one look at the keys."""
    people = {meeting.mentorship.mentor_id: meeting.mentorship.mentor,
              meeting.mentorship.mentee_id: meeting.mentorship.mentee}  # fmt: skip
    rows = list(rows)
    for row in rows:
        row.meeting.mentorship = meeting.mentorship
        if row.author_id in people:
            row.author = people[row.author_id]
    return rows


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
@login_required_keep_post
def item_add(request, code, meeting):
    """One more line: of the agenda, or an action; or a starter, with one click."""
    row = meeting_or_404(request, code, meeting)
    if "all" in request.POST:
        texts = [f"{label}: {prompt}" for _minutes, label, prompt in starters.FIRST]
        return done(request, services.add_all, row, _("The first meeting’s agenda is here. Change it as you like."),
                    "meeting_detail", code, meeting, texts=texts)  # fmt: skip
    kind = ItemKind.ACTION if "action" in request.POST else ItemKind.POINT
    form = ItemForm(request.POST, prefix=str(kind))
    if form.is_valid():
        try:
            services.add_item(row, by=request.user, kind=kind, text=form.cleaned_data["text"])
        except Conflict as error:
            form.add_error("text", str(error))
        else:
            return redirect(_back(row, kind))
    return _again(request, row, form, kind)


def _back(meeting, kind):
    where = "#actions" if kind == ItemKind.ACTION else "#agenda"
    return reverse("meeting_detail", args=[meeting.mentorship.code, meeting.code]) + where


def _again(request, meeting, form, kind):
    context = meeting_context(request, meeting) | agenda_context(
        request, meeting, form=form, kind=kind
    )
    return render(request, "meetings/meeting_detail.html", context, status=422)


def _item(request, code, meeting, item):
    """The line as it hangs on any meeting of the pair: open actions show at later ones too."""
    row = meeting_or_404(request, code, meeting)
    found = get_object_or_404(Item.objects.filter(meeting__mentorship=row.mentorship), code=item)
    return _knowing([found], row)[0]


@require_POST
@login_required_keep_post
def item_tick(request, code, meeting, item):
    """Talked about, or done; or not after all."""
    row = _item(request, code, meeting, item)
    ticked = request.POST.get("done") != "no"
    said = _("Ticked.") if ticked else _("Open again.")
    return done(
        request, services.set_item_done, row, said, "meeting_detail", code, meeting, done=ticked
    )


@require_POST
@login_required_keep_post
def item_delete(request, code, meeting, item):
    """Take a line away; the page says that this is for good."""
    row = _item(request, code, meeting, item)
    return done(
        request, services.remove_item, row, _("The line is gone."), "meeting_detail", code, meeting
    )


@sensitive_variables()
@require_POST
@login_required_keep_post
def item_to_goal(request, code, meeting, item):
    """The mentee makes an action a next step of a goal."""
    row = _item(request, code, meeting, item)
    goal = row.meeting.mentorship.goals.filter(code=uuid_or_none(request.POST.get("goal"))).first()
    if goal is None:
        messages.error(request, _("Choose a goal first."))
        return redirect("meeting_detail", code, meeting)
    goal.mentorship = row.meeting.mentorship
    return done(request, services.into_goal, row, _("It is a next step of your goal now."),
                "goal_detail", code, goal.code, goal=goal)  # fmt: skip


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def meeting_note(request, code, meeting):
    """Notes on this meeting: begun here, then a shared note like any other, with its versions."""
    row = meeting_or_404(request, code, meeting)
    title = (
        _("Meeting of %(day)s") % {"day": day_of(row.starts_at)} if row.starts_at else _("Meeting")
    )
    form = SharedNoteForm(
        request.POST if request.method == "POST" else None, initial={"title": title}
    )
    if row.note and not _would_be_lost(form, row.note):
        return redirect("note_detail", code, row.note.code)
    if form.is_valid():
        try:
            version = notes.begin_meeting_note(row, by=request.user, **form.cleaned_data)
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Kept. The note hangs on this meeting, and stands among your notes.")
            )
            return redirect("note_detail", code, version.note.code)
    context = pair_context(request, row.mentorship) | {"form": form, "meeting": row}
    return render(request, "meetings/meeting_note.html", context)


def _would_be_lost(form, note):
    """Whether words are typed that the note does not begin with: the other has begun it, it is no second click."""
    if not any(form.data.get(name, "").strip() for name in form.fields):
        return False
    first = note.versions.earliest("number")
    words = {name: plain(first, name) for name in form.fields}
    return not (form.is_valid() and words == form.cleaned_data)
