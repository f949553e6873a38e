"""What mentors answer to requests, and askers who change their mind."""

from demo.year import pairs, texts
from matching import services
from matching.models import MentorRequest, RequestStatus
from profiles.models import MentorProfile

ASKED_BACK, DECLINED = 0.14, 0.2
DECLINE_REASONS = ("no-room", "outside-my-experience", "too-close", "timing")


def _open(pk):
    return (
        MentorRequest.objects.filter(pk=pk, status=RequestStatus.OPEN)
        .select_related("mentor", "mentee")
        .first()
    )


def withdraw(programme, pk):
    """The asker has changed their mind."""
    if request := _open(pk):
        services.withdraw_request(request)


def answer(programme, pk, at_first):
    """A mentor asks back, declines kindly, or accepts."""
    request = _open(pk)
    if request is None:
        return
    if at_first and programme.happens(ASKED_BACK):
        services.send_message(request, by=request.mentor, text=programme.one(texts.ASK_BACK))
        programme.later(answer_back, pk, days=programme.chance.uniform(0.5, 2))
    elif programme.happens(DECLINED) or not MentorProfile.objects.get(member=request.mentor).room:
        reason = programme.one(DECLINE_REASONS)
        services.decline_request(request, reason=reason, text=programme.one(texts.DECLINE))
    else:
        pairs.begin(programme, services.accept_request(request))


def answer_back(programme, pk):
    """The asker answers what was asked back; then the mentor decides."""
    if request := _open(pk):
        services.send_message(request, by=request.mentee, text=programme.one(texts.ANSWER_BACK))
        programme.later(answer, pk, False, days=programme.chance.uniform(0.5, 3))
