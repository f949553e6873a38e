"""Requests sent and received, and what the two may do with one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from directory.similar import similar_mentors
from mail.reach import gets_mail, if_mailed
from matching import rules, services, watching
from matching.asking import ASKING, form_address
from matching.availability import has_room_for
from matching.bookmarks import bookmarks_of
from matching.forms import DeclineForm, MessageForm
from matching.models import MentorRequest, RequestStatus
from matching.notifications import RequestAccepted, RequestDeclined, RequestWithdrawn
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.models import MentorshipKind
from profiles.shown import member_facts
from profiles.vocabulary import words


@member_page("GET")
def request_list(request):
    """Mine, newest first: what waits for me on top."""
    mine = MentorRequest.objects.visible_to(request.user)
    waiting = mine.filter(status=RequestStatus.OPEN)
    page = page_of(mine.exclude(status=RequestStatus.OPEN).order_by("-made_at"), request.GET.get("page"))
    waiting = list(waiting.order_by("sent_at"))
    return render(
        request,
        "matching/request_list.html",
        {
            "received": [one for one in waiting if one.mentor_id == request.user.pk],
            "sent": [one for one in waiting if one.mentee_id == request.user.pk],
            "drafts": [(one, form_address(one)) for one in page if one.status == RequestStatus.DRAFT],
            "past": [one for one in page if one.status != RequestStatus.DRAFT],
            "pages": pages_of(page),
        },
    )


@member_page("GET")
def request_detail(request, code):
    """One request and what has been said about it."""
    mentor_request = _mine_or_404(request, code)
    if mentor_request.status == RequestStatus.DRAFT:
        return redirect(form_address(mentor_request))
    return render(request, "matching/request_detail.html", _page(request, mentor_request))


def _mine_or_404(request, code):
    return get_object_or_404(MentorRequest.objects.visible_to(request.user), code=code)


def _page(request, mentor_request, **forms):
    other = mentor_request.partner_of(request.user)
    away = request.user.pk == mentor_request.mentee_id and rules.is_away(mentor_request)
    return {
        "row": mentor_request,
        "focus": words().name("helps_with", mentor_request.focus),
        "style": words().name("style", mentor_request.style),
        "talk": mentor_request.talk.select_related("author"),
        "other": other,
        "within": ASKING[mentor_request.kind].belongs_to(mentor_request),
        "facts": member_facts(other) if rules.may_see_profile(mentor_request) else [],
        "asked_me": request.user.pk == mentor_request.mentor_id,
        "may_answer": rules.may_answer(request.user, mentor_request),
        "may_withdraw": rules.may_withdraw(request.user, mentor_request),
        "may_talk": rules.may_talk(request.user, mentor_request),
        "may_pause": rules.may_pause(request.user, mentor_request),
        "watch": _watch(request.user, mentor_request),
        "away": away,
        "alike": _alike(request.user, mentor_request, away=away),
        "others": services.others_waiting(mentor_request)
        if _just_filled(request.user, mentor_request)
        else [],
        "talk_form": MessageForm(prefix="talk"),
        "decline_form": DeclineForm(prefix="decline"),
        **forms,
    }


def _just_filled(member, mentor_request):
    return mentor_request.status == RequestStatus.ACCEPTED and member.pk == mentor_request.mentee_id


def _alike(member, mentor_request, *, away):
    """Others to ask, for whom asked in vain, or waits for somebody who is away."""
    if not rules.is_for_mentor(mentor_request) or not mentor_request.mentor.is_mentor:
        return []
    if not (away or rules.asked_in_vain(member, mentor_request)):
        return []
    bookmarks = bookmarks_of(member)
    return similar_mentors(
        member, mentor_request.mentor.mentor_profile, leave_out=bookmarks.out_of_sight, kept=bookmarks.kept
    )


def _watch(member, mentor_request):
    """For whom asked a mentor in vain who has no room now: whether they wait already. Else None."""
    if not rules.may_watch(member, mentor_request) or has_room_for(member, mentor_request.mentor):
        return None
    return {"on": watching.is_waiting(member, mentor_request.mentor)}


def _allowed(request, code, rule):
    mentor_request = _mine_or_404(request, code)
    if mentor_request.status == RequestStatus.OPEN and not rule(request.user, mentor_request):
        raise PermissionDenied
    return mentor_request


@member_page("POST")
def request_accept(request, code):
    """Yes: the mentorship begins, if there is room at this moment. Pressed twice, it leads there too."""
    mentor_request = _allowed(request, code, rules.may_answer)
    try:
        mentorship = services.accept_request(mentor_request)
    except services.REFUSALS as error:
        return _begun_or_refused(request, mentor_request, error)
    messages.success(request, _who_writes_first(mentor_request))
    return redirect(mentorship)


def _who_writes_first(mentor_request):
    peers, asker = mentor_request.kind == MentorshipKind.PEERS, mentor_request.mentee
    if gets_mail(asker, RequestAccepted):
        if peers:
            return _("%(name)s is now your peer partner and will write to you first.") % {"name": asker.name}
        return _("%(name)s is now your mentee and will write to you first.") % {"name": asker.name}
    if peers:
        told = _(
            "%(name)s is now your peer partner. They will not get an email about it, so you may want to write first."
        )
    else:
        told = _(
            "%(name)s is now your mentee. They will not get an email about it, so you may want to write first."
        )
    return told % {"name": asker.first_name}


def _begun_or_refused(request, mentor_request, error):
    mentor_request.refresh_from_db()
    if mentor_request.status == RequestStatus.ACCEPTED and mentor_request.mentorship:
        return redirect(mentor_request.mentorship)
    messages.error(request, str(error))
    return redirect(mentor_request)


@member_page("POST")
def request_decline(request, code):
    """No, with words or without."""
    mentor_request = _allowed(request, code, rules.may_answer)
    form = DeclineForm(request.POST, prefix="decline")
    if not form.is_valid():
        page = _page(request, mentor_request, decline_form=form)
        return render(request, "matching/request_detail.html", page, status=422)
    told = _("We’ve let %(name)s know.")
    declined = if_mailed(_("Request declined."), told, to=mentor_request.mentee, notification=RequestDeclined)
    with show_refusal(services.RequestMoveNotAllowed, form=form):
        services.decline_request(mentor_request, **form.cleaned_data)
        messages.success(request, declined)
        return redirect(mentor_request)
    return _decided_meanwhile(request, mentor_request, form)


def _decided_meanwhile(request, mentor_request, form):
    """The asker was quicker: nothing typed is lost, and a pause that was wished is still offered."""
    text, why = form.cleaned_data["text"], form.non_field_errors()[0]
    wished = form.cleaned_data["then_pause"] and rules.is_for_mentor(mentor_request)
    may_pause = wished and request.user.mentor_profile.listed
    if not may_pause and (not text or _is_sent(request.user, mentor_request, text)):
        messages.error(request, why)
        return redirect(mentor_request)
    mentor_request.refresh_from_db()
    page = _page(request, mentor_request) | {"refused": why, "unsent": text, "may_pause": may_pause}
    return render(request, "matching/request_detail.html", page, status=409)


def _is_sent(member, mentor_request, text):
    """Whether these words stand there already: the second of two clicks."""
    return any(
        message.text == text for message in mentor_request.talk.filter(author=member).select_related("author")
    )


@member_page("POST")
def request_withdraw(request, code):
    """Take it back."""
    mentor_request = _allowed(request, code, rules.may_withdraw)
    told = _("We’ve let %(name)s know.")
    withdrawn = if_mailed(
        _("Request withdrawn."), told, to=mentor_request.mentor, notification=RequestWithdrawn
    )
    with show_refusal(services.RequestMoveNotAllowed, request=request):
        services.withdraw_request(mentor_request)
        messages.success(request, withdrawn)
    return redirect(mentor_request)


@member_page("POST")
def request_talk(request, code):
    """Ask back, or answer."""
    mentor_request = _allowed(request, code, rules.may_talk)
    form = MessageForm(request.POST, prefix="talk")
    if not form.is_valid():
        page = _page(request, mentor_request, talk_form=form)
        return render(request, "matching/request_detail.html", page, status=422)
    name = mentor_request.partner_of(request.user).name
    with show_refusal(services.RequestMoveNotAllowed, form=form, field="text"):
        services.send_message(mentor_request, by=request.user, text=form.cleaned_data["text"])
        messages.success(request, _("Message sent to %(name)s.") % {"name": name})
        return redirect(mentor_request)
    mentor_request.refresh_from_db()
    page = _page(request, mentor_request, talk_form=form, may_talk=True)
    return render(request, "matching/request_detail.html", page, status=409)
