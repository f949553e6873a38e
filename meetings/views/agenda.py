"""What is talked about: the agenda, the notes, what comes of it."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from guidance.starters import FIRST_AGENDA
from meetings import listing, starters
from meetings.forms.items import ItemForm
from meetings.models import Item, ItemKind
from meetings.services import items as services
from meetings.services import notes
from meetings.services.locking import Conflict
from meetings.templatetags.meetings import day_of
from meetings.views.meeting import meeting_context, meeting_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.separators import colon
from mentoring.lib.text import uuid_or_none
from mentorships import rules as pair_rules
from mentorships.forms.notes import SharedNoteForm
from mentorships.goals import goals_of
from mentorships.notes import begun_with
from mentorships.views.pair import pair_context


def agenda_context(request, meeting, *, form=None, kind=""):
    """Points, actions of this meeting, and actions of earlier ones that are still open."""
    mentorship = meeting.mentorship
    rows = mentorship.adopt(list(listing.agenda_items(meeting)))
    mine = [entry for entry in rows if entry.meeting_id == meeting.pk]
    return {
        "points": [entry for entry in mine if entry.kind == ItemKind.POINT],
        "actions": [entry for entry in mine if entry.kind == ItemKind.ACTION],
        "carried": [entry for entry in rows if entry.meeting_id != meeting.pk],
        "point_form": form if kind == ItemKind.POINT else ItemForm(prefix="point"),
        "action_form": form if kind == ItemKind.ACTION else ItemForm(prefix="action"),
        "goals": _own_goals(request.user, mentorship) if rows else [],
        "starters": starters.some(meeting),
        "first_agenda": FIRST_AGENDA if starters.is_first(meeting, has_met=meeting.has_met) else [],
    }


def _own_goals(member, mentorship):
    """Those that an action may become a step of."""
    if not pair_rules.may_set_goals(member, mentorship):
        return []
    return list(goals_of(mentorship).filter(author=member).prefetch_related(None))


@meeting_page("POST")
def item_add(request, meeting):
    """One more line: of the agenda, or an action; or a starter, with one click."""
    if "all" in request.POST:
        texts = [f"{label}{colon()} {prompt}" for _minutes, label, prompt in FIRST_AGENDA]
        with show_refusal(Conflict, request=request):
            services.add_all(meeting, by=request.user, texts=texts)
            messages.success(request, _("We’ve added an agenda for a first meeting. Change it as you like."))
        return redirect(meeting)
    kind = ItemKind.ACTION if "action" in request.POST else ItemKind.POINT
    form = ItemForm(request.POST, prefix=str(kind))
    if form.is_valid():
        with show_refusal(Conflict, form=form, field="text"):
            services.add_item(meeting, by=request.user, kind=kind, text=form.cleaned_data["text"])
            return redirect(_back(meeting, kind))
    return _again(request, meeting, form, kind)


def _back(meeting, kind):
    where = "#actions" if kind == ItemKind.ACTION else "#agenda"
    return meeting.get_absolute_url() + where


def _again(request, meeting, form, kind):
    context = meeting_context(request, meeting) | agenda_context(request, meeting, form=form, kind=kind)
    return render(request, "meetings/meeting_detail.html", context, status=422)


def item_page(view):
    """A button of a line of the agenda, which may hang on another meeting of the pair: open actions carry over."""

    @meeting_page("POST")
    @wraps(view)
    def page(request, meeting, item):
        of_pair = Item.objects.filter(meeting__mentorship=meeting.mentorship)
        line = get_object_or_404(of_pair.select_related("meeting"), code=item)
        meeting.mentorship.adopt([line])
        return view(request, meeting, line)

    return page


@item_page
def item_tick(request, meeting, item):
    """Talked about, or done; or not after all."""
    ticked = request.POST.get("done") != "no"
    with show_refusal(Conflict, request=request):
        services.set_item_done(item, by=request.user, done=ticked)
        messages.success(request, _("Marked as done.") if ticked else _("Marked as not done."))
    return redirect(meeting)


@item_page
def item_delete(request, meeting, item):
    """Take a line away; the page says that this is for good."""
    with show_refusal(Conflict, request=request):
        services.remove_item(item, by=request.user)
        messages.success(request, _("Item deleted."))
    return redirect(meeting)


@item_page
def item_to_goal(request, meeting, item):
    """The mentee makes an action a next step of a goal."""
    goal = meeting.mentorship.goals.filter(code=uuid_or_none(request.POST.get("goal"))).first()
    if goal is None:
        messages.error(request, _("Choose a goal first."))
        return redirect(meeting)
    goal.mentorship = meeting.mentorship
    with show_refusal(Conflict, request=request):
        services.into_goal(item, by=request.user, goal=goal)
        messages.success(request, _("Added to your goal as a next step."))
    return redirect("goal_detail", meeting.mentorship.code, goal.code)


@meeting_page("GET", "POST")
def meeting_note(request, meeting):
    """Notes on this meeting: begun here, then a shared note like any other, with its versions."""
    title = (
        _("Meeting on %(day)s") % {"day": day_of(meeting.starts_at)} if meeting.starts_at else _("Meeting")
    )
    form = SharedNoteForm(request.POST if request.method == "POST" else None, initial={"title": title})
    if meeting.note and not _would_be_lost(form, meeting.note):
        return redirect("note_detail", meeting.mentorship.code, meeting.note.code)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            version = notes.begin_meeting_note(meeting, by=request.user, **form.cleaned_data)
            messages.success(
                request, _("Notes saved. You’ll find them with this meeting and among your shared notes.")
            )
            return redirect("note_detail", meeting.mentorship.code, version.note.code)
    context = pair_context(request, meeting.mentorship) | {"form": form, "meeting": meeting}
    return render(request, "meetings/meeting_note.html", context)


def _would_be_lost(form, note):
    """Whether something is typed that the note did not begin with: then it is no second click."""
    typed = any(form.data.get(name, "").strip() for name in form.fields)
    return typed and not (form.is_valid() and begun_with(note, **form.cleaned_data))
