"""The mentors of a programme with places left; and asking one of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conduct import blocks
from directory.cards import cards
from matching import rules as matching_rules
from matching import services
from matching.forms import AskForm
from matching.models import MentorRequest, RequestStatus
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.programme import numbers
from mentorships.models import MentorshipKind
from mentorships.templatetags.private import plain
from profiles.models import Member
from programmes import register, rules
from programmes.asking import can_begin, enrolled, why_out_of_sight
from programmes.models import Enrolment, Part
from programmes.views.inside import programme_page

YES_NO = {True: "yes", False: "no", None: ""}
IN_A_PROGRAMME = MentorshipKind.PROGRAMME


@programme_page("GET", inside=True)
def programme_mentors(request, programme):
    """As the list of mentors shows them; who has left the list meanwhile is not among them."""
    page = page_of(register.with_places(programme, member=request.user), request.GET.get("page"))
    profiles = {row.member_id: row for row in page}
    shown = cards(_profiles(profiles))
    found = {card["mentor__member_id"]: card for card in shown.values()}
    rows = [_card(programme, found[pk], row) for pk, row in profiles.items() if pk in found]
    context = {"programme": programme, "mine": programme.mine, "cards": rows, "pages": pages_of(page)}
    return render(request, "programmes/programme_mentors.html", context)


def _profiles(members):
    rows = Member.objects.filter(pk__in=members).exclude(mentor_profile=None)
    return list(rows.values_list("mentor_profile", flat=True))


def _card(programme, card, enrolment):
    may_ask = not programme.mine.is_mentor and programme.paired_by == "choice"
    left = ngettext("room for %(n)d mentee here", "room for %(n)d mentees here", enrolment.left)
    return card | {
        "room": True,
        "room_words": left % {"n": enrolment.left},
        "holds_qualification": enrolment.holds_qualification,
        "ask_url": reverse("programme_ask", args=[programme.code, card["code"]]) if may_ask else "",
    }


@programme_page("GET", "POST")
def programme_ask(request, programme, mentor):
    """The request form. Sending it asks; saving it keeps a draft."""
    other = _mentor_or_404(request, programme, mentor)
    posted = request.POST if request.method == "POST" else None
    likely = {"focus": programme.mine.focus if programme.mine else ""}
    form = AskForm(posted, initial=_draft(request.user, other) or likely)
    if posted is not None:
        answer = (_kept if "save" in posted else _sent)(request, programme, other, form)
        if answer:
            return answer
    return render(request, "programmes/programme_ask.html", _page(request, programme, other, form))


def _mentor_or_404(request, programme, code):
    """One who takes part as a mentor, and keeps apart from nobody here.

    Or to whom something was written: no word is lost when one of the two has left meanwhile, or it is over.
    """
    other = Member.objects.filter(code=code).exclude(pk=request.user.pk).first()
    programme.in_sight = other is not None and _is_in_sight(request.user, programme, other)
    if other and (programme.in_sight or _was_written_to(request, programme, other)):
        return other
    if not rules.takes_part(programme.mine):
        raise PermissionDenied
    raise Http404


def _is_in_sight(member, programme, other):
    if not rules.takes_part(programme.mine) or programme.mine.is_mentor or not can_begin(other):
        return False
    return enrolled(programme, other, Part.MENTOR) is not None and not blocks.are_apart(member, other)


def _was_written_to(request, programme, other):
    """A draft is there; or it comes from a form that was opened while both took part."""
    if blocks.blocked_by(request.user).filter(whom=other).exists():
        return False
    drafts = MentorRequest.objects.filter(mentee=request.user, mentor=other, status=RequestStatus.DRAFT)
    if drafts.filter(kind=IN_A_PROGRAMME, scheme=programme.code).exists():
        return True
    two = ((request.user, Part.MENTEE), (other, Part.MENTOR))
    were = (Enrolment.objects.filter(programme=programme, member=who, part=part) for who, part in two)
    return request.method == "POST" and all(rows.exists() for rows in were)


def _kept(request, programme, mentor, form):
    _save(request, programme, mentor, form)
    if form.unkept():
        return None
    messages.success(request, _("Draft saved. Only you can read it."))
    return redirect("programme_ask", programme.code, mentor.code)


def _sent(request, programme, mentor, form):
    if not form.is_valid():
        return None
    about = {"mentee": request.user, "mentor": mentor, "kind": IN_A_PROGRAMME, "scheme": programme.code}
    try:
        sent = services.send_request(**about, **form.cleaned_data)
    except services.CannotAsk as error:
        _save(request, programme, mentor, form)
        form.add_error(None, _("%(why)s We’ve saved what you wrote as a draft.") % {"why": error})
        return None
    messages.success(request, _("Request sent. The answer will appear on this page."))
    return redirect(sent)


def _save(request, programme, mentor, form):
    about = {"mentee": request.user, "mentor": mentor, "kind": IN_A_PROGRAMME, "scheme": programme.code}
    services.save_request_draft(**about, **form.draft())


@programme_page("POST")
def programme_ask_draft(request, programme, mentor):
    """Keep what is being typed. Called by the page itself; says only whether it is done."""
    other, form = _mentor_or_404(request, programme, mentor), AskForm(request.POST)
    _save(request, programme, other, form)
    return HttpResponse(status=422 if form.unkept() else 204)


def _draft(mentee, mentor):
    drafts = MentorRequest.objects.filter(mentee=mentee, mentor=mentor, status=RequestStatus.DRAFT)
    draft = drafts.filter(kind=IN_A_PROGRAMME).first()
    if draft is None:
        return {}
    words = {name: plain(draft, name) for name in ("message", "hopes")}
    return words | {"focus": draft.focus, "style": draft.style, "line_manager": YES_NO[draft.line_manager]}


def _page(request, programme, mentor, form):
    return {
        "programme": programme,
        "mentor": mentor,
        "form": form,
        "days": numbers().request_expiry_days,
        "out_of_sight": "" if programme.in_sight else why_out_of_sight(programme, request.user, mentor),
        "room": not programme.in_sight or register.places_left(enrolled(programme, mentor, Part.MENTOR)),
        "may_ask": matching_rules.may_ask_more(request.user, IN_A_PROGRAMME),
        "same_employer": programme.in_sight and matching_rules.same_employer(request.user, mentor),
    }
