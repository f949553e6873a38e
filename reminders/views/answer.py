"""An answer out of a mail: looking changes nothing, one confirm does."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import before_accepting, member_page
from mentorships.services.locking import Conflict
from mentorships.views.pair import pair_context, pair_or_404
from reminders.links import read_answer
from reminders.models import Reminder
from reminders.services import answers


@before_accepting
@member_page("GET", "POST")
def contact_answer(request, token):
    """The page of one answer. A link that is too old, or was used, says so and shows ways on."""
    reminder, answer, in_time = _read_or_404(request, token)
    if not in_time or not answers.is_fresh(reminder):
        return _gone(request, reminder)
    if request.method == "POST":
        return _given(request, reminder, answer)
    context = pair_context(request, reminder.mentorship) | {"answer": answer}
    return render(request, "reminders/contact_answer.html", context)


def _read_or_404(request, token):
    """Of this member, and of nobody else: a link that was passed on opens nothing."""
    read = read_answer(token)
    if read is None or read[1] not in answers.ANSWERS:
        raise Http404
    pk, answer, in_time = read
    rows = Reminder.objects.filter(pk=pk, to=request.user).exclude(mentorship=None)
    reminder = rows.select_related("mentorship").first()
    if reminder is None:
        raise Http404
    reminder.mentorship = pair_or_404(request, reminder.mentorship.code)
    return reminder, answer, in_time


def _gone(request, reminder):
    context = pair_context(request, reminder.mentorship)
    return render(request, "reminders/contact_gone.html", context, status=410)


def _given(request, reminder, answer):
    try:
        meeting = answers.take_answer(reminder, answer, by=request.user)
    except Conflict:
        return _gone(request, reminder)
    code = reminder.mentorship.code
    if meeting:
        messages.success(request, _("Conversation recorded. You can add more here, or undo it."))
        return redirect("meeting_detail", code, meeting.code)
    if answer == "plan":
        return redirect("meeting_new", code)
    if answer == "help":
        return redirect("mentorship_trouble", code)
    messages.success(
        request, _("Noted. We will not check in for a month, and neither of you needs a reason.")
    )
    return redirect("contact", code)
