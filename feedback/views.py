"""The correspondence of a pair: read, write, answer, ask for, take away."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from feedback import archive, services
from feedback.forms import FeedbackAnswerForm, FeedbackForm, SearchForm
from feedback.models import TEXTS
from feedback.notifications import FeedbackGiven
from mail.reach import if_mailed
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.vault import opened
from mentorships.views.pair import pair_context, pair_page


@pair_page("GET")
def feedback_list(request, mentorship):
    """The letters, newest first."""
    page = page_of(archive.letters_of(mentorship), request.GET.get("page"), archive.OF_A_PAGE)
    shown = {"letters": page.object_list, "pages": pages_of(page)}
    return _letters(request, mentorship, shown)


@pair_page("POST")
def feedback_find(request, mentorship):
    """The letters that hold the words looked for. Posted: words never stand in an address."""
    form = SearchForm(request.POST)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    if not words:
        return redirect("feedback_list", mentorship.code)
    newest = list(archive.letters_of(mentorship)[: archive.SEARCHED])
    matches = archive.containing(archive.with_authors(newest, mentorship), words)
    shown = {"letters": matches, "looked_for": words, "only_newest": len(newest) == archive.SEARCHED}
    return _letters(request, mentorship, shown | {"only_first": len(matches) == archive.SHOWN})


def _letters(request, mentorship, shown):
    archive.with_authors(shown["letters"], mentorship)
    context = pair_context(request, mentorship) | shown | _waiting(request, mentorship)
    context["answer_form"] = FeedbackAnswerForm()
    return render(request, "feedback/feedback_list.html", context)


def _waiting(request, mentorship):
    """Who has asked whom for feedback, and whether I have begun a letter."""
    askers = set(mentorship.wanted.filter(met_at=None).values_list("asker_id", flat=True))
    mine = mentorship.feedback.filter(author=request.user, given_at=None).exists()
    return {
        "i_asked": request.user.pk in askers,
        "they_asked": bool(askers - {request.user.pk}),
        "draft_waits": mine,
    }


@pair_page("GET", "POST")
def feedback_write(request, mentorship):
    """Write a letter: kept as typed, given when ready."""
    context = pair_context(request, mentorship)
    if not context["may_write"] and request.method != "POST":
        messages.info(request, _("This mentorship has ended. You can still read its letters."))
        return redirect("feedback_list", mentorship.code)
    form = FeedbackForm(request.POST or None, initial=_draft(mentorship, request.user))
    if request.method == "POST":
        answer = _written(request, mentorship, form)
        if answer:
            return answer
    return render(request, "feedback/feedback_write.html", context | {"form": form})


def _written(request, mentorship, form):
    """Keep or give what was posted. None if the form has to be shown again."""
    with show_refusal(services.HasEnded, form=form):
        if "save" in request.POST:
            services.save_feedback_draft(mentorship, author=request.user, **form.draft())
            if form.unkept():
                return None
            messages.success(request, _("Draft saved. Only you can read it."))
            return redirect("feedback_write", mentorship.code)
        if form.is_valid():
            services.give_feedback(mentorship, author=request.user, **form.cleaned_data)
            other = mentorship.partner_of(request.user)
            given = _("%(name)s can now read your letter.") % {"name": other.first_name}
            told = _("Our email to them does not include what you wrote.")
            messages.success(request, if_mailed(given, told, to=other, notification=FeedbackGiven))
            return redirect("feedback_list", mentorship.code)
    return None


def _draft(mentorship, author):
    draft = services.draft_of(mentorship, author)
    if draft is None:
        return {}
    return {name: opened(draft, name) or "" for name in TEXTS}


@pair_page("POST")
def feedback_draft(request, mentorship):
    """Keep what is being typed. Called by the page itself; says only whether it is done."""
    form = FeedbackForm(request.POST)
    try:
        services.save_feedback_draft(mentorship, author=request.user, **form.draft())
    except services.HasEnded:
        return HttpResponse(status=409)
    return HttpResponse(status=422 if form.unkept() else 204)


@pair_page("POST")
def feedback_discard(request, mentorship):
    """Throw the draft away."""
    services.discard_draft(mentorship, author=request.user)
    messages.success(request, _("Draft deleted."))
    return redirect("feedback_list", mentorship.code)


@pair_page("POST")
def feedback_answer(request, mentorship, letter):
    """Answer a letter in place."""
    feedback = get_object_or_404(mentorship.feedback.given(), code=letter)
    form = FeedbackAnswerForm(request.POST)
    if form.is_valid():
        with show_refusal(services.HasEnded, form=form, field="text"):
            services.answer_feedback(feedback, author=request.user, text=form.cleaned_data["text"])
            messages.success(request, _("Your reply is now below the letter."))
            return redirect("feedback_list", mentorship.code)
    context = pair_context(request, mentorship)
    archive.with_authors([feedback], mentorship)
    context |= {"letter": feedback, "answer_form": form}
    return render(request, "feedback/feedback_answer.html", context, status=422)


@pair_page("POST")
def feedback_want(request, mentorship):
    """Ask the other for feedback, with one click."""
    name = mentorship.partner_of(request.user).name
    with show_refusal(services.HasEnded, request=request):
        made = services.request_feedback(mentorship, asker=request.user)
        asked = (
            _("We’ve asked %(name)s for feedback.")
            if made
            else _("You’ve already asked %(name)s for feedback.")
        )
        messages.success(request, asked % {"name": name})
    return redirect("feedback_list", mentorship.code)


@pair_page("GET")
def archive_page(request, mentorship):
    """What can be taken away, and that it is worth keeping safe."""
    context = pair_context(request, mentorship) | {"count": mentorship.feedback.given().count()}
    return render(request, "feedback/archive.html", context)


@pair_page("GET")
def feedback_archive(request, mentorship, kind):
    """The whole archive as a file to keep: a readable page, or JSON."""
    rows = archive.with_authors(archive.letters_of(mentorship), mentorship)
    if kind == "json":
        response = JsonResponse(
            archive.as_data(mentorship, rows), json_dumps_params={"ensure_ascii": False, "indent": 2}
        )
    else:
        context = {"mentorship": mentorship, "letters": rows, "now": timezone.now()}
        response = HttpResponse(render_to_string("feedback/archive_file.html", context, request))
    response.headers["Content-Disposition"] = f'attachment; filename="feedback-archive.{kind}"'
    return response
