"""The staff site's page of what the membership system has told and the worker could not decide."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from joining.clashes import keep_answer
from joining.models import EventState, MembershipEvent, TroubleKind
from joining.states import keep_meaning

SHOWN = 100
SAID_ONE = _("Said that two people who share an address are one person")
SAID_TWO = _("Said that two people who share an address are two people")
SAID_STATE = _("Said what a membership status means")
SAID_AGAIN = _("Had it tried again")
SAID_NO = _("Left it out")


class QuestionPages:
    """Part of RosterImportAdmin: the same questions as about files, by the same people."""

    def question_urls(self):
        """The page, and the answer to one of its questions."""
        wrap = self.admin_site.admin_view
        return [
            path("questions/", wrap(self.event_questions), name="event_questions"),
            path("questions/<int:pk>/", wrap(self.event_decide), name="event_decide"),
        ]

    def event_questions(self, request):
        """All that wait, those that have waited longest first."""
        self.only_importers(request)
        if request.method != "GET":
            raise PermissionDenied
        questions = MembershipEvent.objects.filter(state=EventState.QUESTION).order_by("made_at", "pk")
        return self.joining_page(request, "questions", questions=questions[:SHOWN])

    def event_decide(self, request, pk):
        """Answer one question. The worker tries it again, and whatever else the answer is about."""
        self.only_importers(request)
        if request.method != "POST":
            raise PermissionDenied
        event = get_object_or_404(MembershipEvent, pk=pk)
        if event.state != EventState.QUESTION:
            messages.error(request, _("Someone has already answered this."))
        elif message := self._answered(request, event):
            self.log_step(request, event, message)
            messages.success(request, _("Saved."))
        return redirect("admin:event_questions")

    def _answered(self, request, event):
        """What the coordinator has said, in words; None for nothing that was asked."""
        given = request.POST
        if event.clash and ("same" in given or "other" in given):
            keep_answer(event.clash, same="same" in given, by=request.user)
            return SAID_ONE if "same" in given else SAID_TWO
        if event.question == TroubleKind.STATE and ("current" in given or "lapsed" in given):
            keep_meaning(event.text, "current" if "current" in given else "lapsed", by=request.user)
            return SAID_STATE
        waiting = MembershipEvent.objects.filter(pk=event.pk, state=EventState.QUESTION)
        if "again" in given:
            waiting.update(state=EventState.RECEIVED)
            return SAID_AGAIN
        if "discard" in given:
            waiting.update(state=EventState.DISCARDED, data={}, text="")
            return SAID_NO
        return None
