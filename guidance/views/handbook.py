"""The handbook, for everyone: contents and search, one chapter, all of it to print."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance import services
from guidance.handbook.chapters import chapter, chapters, contents
from guidance.handbook.search import LONGEST_QUERY, search
from guidance.models import Video
from mentoring.lib.access import before_accepting, member_page

LONGEST_BACK = 300


@before_accepting
@require_safe
def guide(request):
    """All chapters, or those in which the words are."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    context = {"parts": contents(get_language()), "query": query, "longest": LONGEST_QUERY}
    if query:
        context["hits"] = search(chapters(get_language()), query)
    return render(request, "guidance/guide.html", context)


@before_accepting
@require_safe
def guide_print(request):
    """All chapters one after another."""
    return render(request, "guidance/guide_print.html", {"chapters": chapters(get_language())})


@before_accepting
@require_safe
def guide_chapter(request, slug):
    """One chapter, its videos, and the way back to the page that led here."""
    shown = chapter(slug, get_language())
    if shown is None:
        raise Http404
    videos = Video.objects.of(slug, get_language())
    context = {"chapter": shown, "videos": videos, "back": _back(request)}
    return render(request, "guidance/guide_chapter.html", context)


@member_page("POST")
def video_gone(request, slug, pk):
    """A member says that the link of a video does not work."""
    if not services.report_video(pk):
        raise Http404
    messages.success(request, _("Thank you. The coordinators will check the link."))
    return redirect(reverse("guide_chapter", args=[slug]))


def _back(request):
    """The page of this site that led here, or ""."""
    back = request.GET.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if safe and len(back) <= LONGEST_BACK else ""
