"""One programme: all that is said before joining; joining and leaving; its pages to read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mail.reach import gets_mail
from mentoring.lib.markdown import as_html
from mentoring.lib.pages import show_refusal
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.services.locking import Conflict
from programmes import clashes, levels, rules, words
from programmes.forms import JoinForm
from programmes.milestones import in_order
from programmes.models import PairedBy, Pairing, TrainingPage
from programmes.notifications import PlaceFree
from programmes.services.joining import join, leave, place_on_list, why_no_sign_up
from programmes.services.locking import CannotJoin
from programmes.suggested import suggested_to
from programmes.views.inside import programme_page


@programme_page("GET")
def programme_detail(request, programme):
    """The page of it."""
    form = None if programme.mine else JoinForm(programme=programme, member=request.user)
    return render(request, "programmes/programme_detail.html", _page(request, programme, form))


@programme_page("POST")
def programme_join(request, programme):
    """Join it, or its waiting list. What was typed is shown again with the reason, if that cannot be."""
    form = JoinForm(request.POST, programme=programme, member=request.user)
    if not form.is_valid():
        return _again(request, programme, form, status=422)
    with show_refusal(CannotJoin, form=form):
        enrolment = join(programme, request.user, **form.joining())
        messages.success(request, _joined(enrolment))
        return redirect(programme)
    programme.refresh_from_db()
    form.data = form.data | {"seen": str(programme.sees)}
    return _again(request, programme, form, status=409)


def _again(request, programme, form, *, status):
    return render(request, "programmes/programme_detail.html", _page(request, programme, form), status=status)


def _joined(enrolment):
    if not enrolment.waits:
        return _("You’ve joined the programme.")
    waiting = _(
        "All places are taken. When one becomes free, it goes to the first person on the list. "
        "You’ll join when it’s your turn."
    )
    return f"{words.place_in_words(place_on_list(enrolment))} {waiting}"


@programme_page("POST")
def programme_leave(request, programme):
    """Leave it, or the waiting list: one click, no reason."""
    with show_refusal(Conflict, request=request):
        if leave(programme, request.user):
            messages.success(request, _("You’ve left the programme. Coordinators no longer see you in it."))
    return redirect(programme)


@programme_page("GET", inside=True)
def programme_training(request, programme, pk):
    """One page to read."""
    page = get_object_or_404(TrainingPage, programme=programme, pk=pk)
    pages = list(programme.pages.only("title", "position", "programme"))
    context = {"programme": programme, "page": page, "pages_to_read": pages, "text": as_html(page.text)}
    return render(request, "programmes/programme_training.html", context)


def _page(request, programme, form):
    mine, today = programme.mine, timezone.localdate()
    inside = rules.takes_part(mine)
    return {
        "programme": programme,
        "mine": mine,
        "inside": inside,
        "place": words.place_in_words(place_on_list(mine)) if mine and mine.waits else "",
        "mailed": bool(mine and mine.waits) and gets_mail(request.user, PlaceFree),
        "dates": words.dates_of(programme),
        "sign_up": words.sign_up_sentence(programme),
        "closed": why_no_sign_up(programme),
        "over": programme.is_over(today),
        "seen": words.seen_by_coordinators(levels.level_of(mine) if mine else programme.sees),
        "description": as_html(programme.description),
        "objectives": as_html(programme.objectives),
        "milestones": in_order(programme),
        "pages_to_read": list(programme.pages.only("title", "position", "programme")) if inside else [],
        "suggested": suggested_to(request.user, programme) if inside and not mine.is_mentor else [],
        "may_mentor": rules.may_become_mentor(request.user),
        "form": form,
        **(_inside(request.user, programme) if inside else {}),
        **_clashes(request.user, programme),
    }


def _inside(member, programme):
    """The reader's pairs in it; and (address, words) of what to do next, if there is something."""
    pairs = Pairing.objects.filter(programme=programme, ended_at=None).order_by("pk")
    pairs = pairs.filter(mentorship__in=Mentorship.objects.visible_to(member).filter(status__in=OPEN))
    pairs = list(pairs.select_related("mentorship__mentor", "mentorship__mentee"))
    for pairing in pairs:
        pairing.other = pairing.mentorship.partner_of(member)
    page = reverse("programme_mentors", args=[programme.code])
    if programme.mine.is_mentor:
        return {"pairs": pairs, "way_in": (page, _("See the mentors of the programme"))}
    looks = not pairs and programme.paired_by == PairedBy.CHOICE
    return {"pairs": pairs, "way_in": (page, _("Find your mentor in the programme")) if looks else None}


def _clashes(member, programme):
    others = list(clashes.other_programmes(member, programme))
    return {"others": others, "same_time": clashes.same_time(programme, others) if others else []}
