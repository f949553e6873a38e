"""The verbs of asking: draft, send, ask back, accept, decline, withdraw."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching import notifications, rules, watching
from matching.asking import ASKING, CannotAccept, CannotAsk
from matching.models import MOVES, MentorRequest, RequestMessage, RequestStatus
from matching.models.requests import dates_from
from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.limits import is_reached
from mentoring.lib.registry.hooks import why_nothing_new
from mentorships.models import Mentorship, MentorshipKind
from mentorships.models.mentorship import OPEN
from mentorships.services import AlreadyPaired, begin
from profiles.locking import lock_member
from profiles.models import Member
from profiles.services import NoRoom, pause, update_answer_time

UNCHANGED = object()
# What one member may do to another through our mails (attacks A9, A10); far above what anybody needs.
ASKED_A_WEEK, ASKED_A_DAY, MESSAGES_AN_HOUR = 3, 10, 10
AN_HOUR, A_DAY, A_WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


class RequestMoveNotAllowed(Exception):
    """The request has been decided in the meantime."""


@transaction.atomic
def save_request_draft(
    *,
    mentee,
    mentor,
    kind=MentorshipKind.MENTORING,
    scheme=None,
    focus=UNCHANGED,
    style=UNCHANGED,
    message=UNCHANGED,
    hopes=UNCHANGED,
    line_manager=UNCHANGED,
):
    """Keep what has been written so far: one draft of each kind to each mentor, made when first needed.

    What is not given stays as the draft has it. `line_manager` is true, false, or None for no answer.
    """
    lock_member(mentee)
    given = {"focus": focus, "style": style, "message": message, "hopes": hopes, "line_manager": line_manager}
    given = {name: value for name, value in given.items() if value is not UNCHANGED}
    return _keep_draft(mentee, mentor, kind, given | {"scheme": scheme})


def _keep_draft(mentee, mentor, kind, given):
    """Once the mentee is held: {field: value} into the one draft of this kind to this mentor."""
    draft, _made = MentorRequest.objects.get_or_create(
        mentee=mentee, mentor=mentor, kind=kind, status=RequestStatus.DRAFT
    )
    for name, value in given.items():
        setattr(draft, name, value)
    draft.save()
    return draft


@transaction.atomic
def send_request(
    *,
    mentee,
    mentor,
    focus,
    message,
    style="",
    hopes="",
    line_manager=None,
    kind=MentorshipKind.MENTORING,
    scheme=None,
):
    """Send a request. CannotAsk if the mentor has no room, or the asker too many open ones.

    `kind` and the code of a programme (`scheme`) say which rules hold (`matching.asking`).
    """
    lock_member(mentee)  # one request of a member at a time: what is counted is true until the end
    open_now = MentorRequest.objects.filter(
        mentee=mentee, mentor=mentor, kind=kind, status=RequestStatus.OPEN
    )
    asked = {"focus": focus, "style": style, "message": message, "hopes": hopes, "line_manager": line_manager}
    same = recent_duplicate(open_now, "sent_at", **asked)
    if same:
        return same
    _check_can_ask(mentee, mentor, kind)
    ASKING[kind].check_can_ask(mentee, mentor, scheme=scheme)
    request = _keep_draft(mentee, mentor, kind, asked | {"scheme": scheme})
    now = timezone.now()
    try:
        with transaction.atomic():
            move_request(request, RequestStatus.OPEN, sent_at=now, **dates_from(now))
    except IntegrityError:
        raise CannotAsk(_("You’ve already asked %(name)s.") % {"name": mentor.name}) from None
    if rules.is_for_mentor(request):
        watching.stop_watching(mentee, mentor.code)
    notifications.request_received(request)
    notifications.request_sent(request)
    return request


def _check_can_ask(mentee, mentor, kind):
    if mentor.pk == mentee.pk:
        raise CannotAsk(_("This is your own profile."))
    _check_not_too_often(mentee, mentor)
    if Member.objects.exclude(leaving_at=None).filter(pk=mentee.pk).exists():
        raise CannotAsk(_("Your account is set to close. To ask a mentor, keep your account first."))
    if why := why_nothing_new(mentee):
        raise CannotAsk(why)
    if Mentorship.objects.filter(mentee=mentee, mentor=mentor, kind=kind, status__in=OPEN).exists():
        raise CannotAsk(_("You already have a mentorship with %(name)s.") % {"name": mentor.name})
    if not rules.may_ask_more(mentee, kind):
        raise CannotAsk(_("You’ve reached the limit for open requests. Withdraw one, or wait for an answer."))


def _check_not_too_often(mentee, mentor):
    """Asked, taken back and asked again is a mail each time."""
    sent = MentorRequest.objects.filter(mentee=mentee)
    if is_reached(sent.filter(mentor=mentor), "sent_at", most=ASKED_A_WEEK, within=A_WEEK):
        raise CannotAsk(
            _("You’ve asked %(name)s several times this week. Wait a few days before you ask again.")
            % {"name": mentor.name}
        )
    if is_reached(sent, "sent_at", most=ASKED_A_DAY, within=A_DAY):
        raise CannotAsk(_("You’ve sent a lot of requests today. Wait until tomorrow to send more."))


@transaction.atomic
def send_message(request, *, by, text):
    """Ask back, or answer. MoveNotAllowed once it is decided."""
    _lock_request(request, _("This request is closed, so your message was not sent."))
    same = recent_duplicate(request.talk.filter(author=by), "written_at", text=text)
    if same:
        return same
    if is_reached(request.talk.filter(author=by), "written_at", most=MESSAGES_AN_HOUR, within=AN_HOUR):
        raise RequestMoveNotAllowed(
            _("You’ve written a lot of messages in the last hour. Wait a little, then try again.")
        )
    message = RequestMessage(request=request, author=by, text=text)
    message.save()
    notifications.request_talked(message)
    return message


@transaction.atomic
def accept_request(request):
    """Begin the mentorship. One of REFUSALS leaves everything as it was."""
    _lock_request(request, _("This request is already closed."))
    _check_may_begin(request)
    asking = ASKING[request.kind]
    asking.check_can_accept(request)
    mentorship = begin(
        mentor=request.mentor,
        mentee=request.mentee,
        kind=request.kind,
        focus=request.focus,
        style=request.style,
        by=request.mentor,
    )
    _decide(request, RequestStatus.ACCEPTED, mentorship=mentorship)
    asking.begun(request)
    notifications.request_accepted(request, others=others_waiting(request))
    return mentorship


def _check_may_begin(request):
    """Since it was sent, either may have become somebody who begins nothing new: the asker's reason is theirs."""
    if why := why_nothing_new(request.mentor):
        raise CannotAccept(why)
    if why_nothing_new(request.mentee):
        raise CannotAccept(
            _("%(name)s can’t begin anything new right now.") % {"name": request.mentee.first_name}
        )


@transaction.atomic
def decline_request(request, *, reason="", text="", then_pause=False):
    """Say no, with a few words if wished, and pause the profile of a mentor of the list if wished."""
    _decide(request, RequestStatus.DECLINED, decline_reason=reason)
    if text:
        RequestMessage(request=request, author=request.mentor, text=text).save()
    if then_pause and rules.is_for_mentor(request):
        pause(request.mentor.mentor_profile)
    notifications.request_declined(request, with_words=bool(text))


@transaction.atomic
def withdraw_request(request):
    """Take it back, and tell the mentor."""
    move_request(request, RequestStatus.WITHDRAWN, decided_at=timezone.now())
    notifications.request_withdrawn(request)


@transaction.atomic
def expire_request(request, *, now=None):
    """Nobody has answered: it lapses. Both are told, and the asker learns ways on (product 21)."""
    move_request(request, RequestStatus.EXPIRED, decided_at=now or timezone.now())
    notifications.request_expired(request)


def others_waiting(request):
    """The same mentee's other open requests for the same focus, now that it is filled (product 22).

    One may have several peers: none of those is in the way of another.
    """
    if request.kind == MentorshipKind.PEERS:
        return MentorRequest.objects.none()
    same = MentorRequest.objects.filter(mentee=request.mentee_id, kind=request.kind, focus=request.focus)
    return same.filter(status=RequestStatus.OPEN).exclude(pk=request.pk).select_related("mentor")


def _lock_request(request, decided):
    """Hold the row first of all (`profiles.locking`): two steps at a time come one after the other."""
    rows = MentorRequest.objects.select_for_update().filter(pk=request.pk, status=RequestStatus.OPEN)
    if not rows.values_list("pk"):
        raise RequestMoveNotAllowed(decided)


def _decide(request, to, **changes):
    now = timezone.now()
    move_request(request, to, decided_at=now, **changes)
    if request.kind == MentorshipKind.MENTORING:
        update_answer_time(request.mentor, after_days=(now - request.sent_at).total_seconds() / 86400)


def move_request(request, to, **changes):
    """Take one step, once: the update names the old state."""
    was = request.status
    rows = MentorRequest.objects.filter(pk=request.pk, status=was)
    if to not in MOVES.get(was, ()) or rows.update(status=to, **changes) != 1:
        raise RequestMoveNotAllowed(_("This request is already closed."))
    request.refresh_from_db(fields=["status", *changes])


REFUSALS = (RequestMoveNotAllowed, CannotAccept, NoRoom, AlreadyPaired)
