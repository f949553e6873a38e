"""One mentor's profile, and what a member may do from there."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from conduct import blocks
from directory.cards import cards
from matching import bookmarks, rules, watching
from matching.forms import ShortlistNoteForm
from matching.models.bookmark import Bookmark, BookmarkKind
from matching.relation import between
from mentoring.lib.access import member_page
from mentoring.lib.registry.hooks import MENTOR_WAYS
from mentoring.lib.scraping import slowed
from profiles.models import MentorProfile
from profiles.shown import mentor_page


def mentor_or_404(request, code):
    """A mentor whom this member may find. Missing, hidden, paused and blocked ones look alike."""
    mentor = MentorProfile.objects.get_fast(code)
    if mentor is None or not rules.may_find(request.user, mentor):
        raise Http404
    return mentor


@member_page("GET")
@slowed
def mentor_detail(request, code):
    """The profile as every member sees it."""
    mentor = mentor_or_404(request, code)
    mine = mentor.member_id == request.user.pk
    return render(
        request,
        "matching/mentor_detail.html",
        {
            **mentor_page(mentor),
            "mine": mine,
            "between": None if mine else between(request.user, mentor.member),
            "ways": []
            if mine
            else [way for ways in MENTOR_WAYS.results(request.user, mentor.member) for way in ways],
        },
    )


@member_page("POST")
def mentor_mark(request, code, kind):
    """Keep or hide a mentor, or undo it."""
    mentor = mentor_or_404(request, code)
    if kind not in BookmarkKind.values or mentor.member == request.user:
        raise Http404
    name = mentor.member.name
    if "undo" in request.POST:
        bookmarks.remove_bookmark(request.user, mentor.member, kind)
        message = (
            _("%(name)s is no longer on your shortlist.")
            if kind == BookmarkKind.KEPT
            else _("%(name)s is back on your list of mentors.")
        )
    else:
        bookmarks.put_bookmark(request.user, mentor.member, kind)
        message = (
            _("%(name)s is now on your shortlist.")
            if kind == BookmarkKind.KEPT
            else _(
                "%(name)s is now hidden from your list of mentors. You can show them again from "
                "your shortlist page."
            )
        )
    messages.success(request, message % {"name": name})
    return redirect(back(request))


def back(request):
    """Where a small form was pressed, if that is a page of ours; else the shortlist."""
    wanted = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if safe else reverse("shortlist")


@member_page("GET")
def shortlist(request):
    """The mentors I kept, with my notes, those I wait for, and those I put out of sight."""
    return render(request, "matching/shortlist.html", _shortlist_context(request))


def _shortlist_context(request):
    kept = bookmarks.shortlist(request.user)
    mine = bookmarks.bookmarks_of(request.user)
    watched = watching.watched_by(request.user)
    wanted = {*mine.hidden_ids, *(bookmark.profile_id for bookmark in kept), *(pk for pk, *_who in watched)}
    shown = cards(wanted - {None, *mine.apart_ids})
    return {
        "rows": [(bookmark, shown.get(bookmark.profile_id)) for bookmark in kept],
        "watched": [(code, name, shown.get(pk)) for pk, code, name in watched],
        "hidden": [shown[pk] for pk in mine.hidden_ids if pk in shown],
    }


@member_page("POST")
def shortlist_note(request, code):
    """Keep my note on a mentor. One that cannot be kept stands on the page again."""
    kept = Bookmark.objects.filter(member=request.user, kind=BookmarkKind.KEPT)
    kept = kept.exclude(blocks.blocked_by_me(request.user, "mentor"))
    bookmark = kept.select_related("mentor").filter(mentor__code=code).first()
    form = ShortlistNoteForm(request.POST)
    if bookmark is None:
        form.add_error("note", _("This mentor is no longer on your shortlist."))
    if form.is_valid():
        bookmarks.save_note(request.user, bookmark.mentor, form.cleaned_data["note"])
        messages.success(request, _("Note saved. Only you can read it."))
        return redirect("shortlist")
    refused = {"refused": form.errors["note"][0], "unsent": request.POST.get("note", "")}
    context = _shortlist_context(request) | refused
    return render(request, "matching/shortlist.html", context, status=409 if bookmark is None else 422)
