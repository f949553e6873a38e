"""What coordinators do with a case on the staff site: each step goes through a service and is logged."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from conduct import desk, services
from conduct.forms import CaseAnswerForm, CaseCloseForm
from conduct.notifications import CaseAnswered, CaseClosed, CaseReopened
from mail.reach import if_mail_arrives
from mentoring.lib.pages import show_refusal

REFUSALS = (services.IsClosed, desk.HasMoved, desk.NeedsAnswer)


class CaseSteps:
    """The steps of CaseAdmin. A refused one shows the conversation again, with what was typed."""

    def answer(self, request, pk):
        """Answer; the member gets a mail without the words."""
        case = self.case_or_404(request, pk)
        form = CaseAnswerForm(request.POST)
        if form.is_valid():
            with show_refusal(*REFUSALS, form=form, field="text"):
                desk.answer_case(case, author=request.user, **form.cleaned_data)
                self.log_step(request, case, _("Answered"))
                answered = _(
                    "Answer sent. We’ll email the member to say so; the email does not include the answer."
                )
                return self._done(request, case, answered, CaseAnswered)
        return self._refused(request, case, form)

    def close(self, request, pk):
        """Ask whether to close, with a last word or without one."""
        case = self.case_or_404(request, pk, methods=("GET", "HEAD", "POST"))
        if request.method != "POST":
            return self.show_case(request, case, close=True)
        form = CaseCloseForm(request.POST)
        if form.is_valid():
            with show_refusal(*REFUSALS, form=form, field="text"):
                word, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
                desk.close_for_member(case, by=request.user, last_word=word, seen=seen)
                self.log_step(request, case, _("Closed"))
                closed = _("Case closed. We’ve emailed the member, who can still read it and open it again.")
                return self._done(request, case, closed, CaseClosed)
        return self._refused(request, case, form, close=True)

    def take(self, request, pk):
        """See to it, instead of nobody or of whoever the page named."""
        case = self.case_or_404(request, pk)
        instead_of = request.POST.get("holder", "")
        with show_refusal(desk.HasMoved, request=request):
            desk.take_case(
                case, by=request.user, instead_of=int(instead_of) if instead_of.isdecimal() else None
            )
            self.log_step(request, case, _("Taken on"))
            messages.success(request, _("You’ve taken this case on. Other coordinators can see that."))
        return self._back(case)

    def hand_back(self, request, pk):
        """Let somebody else see to it."""
        case = self.case_or_404(request, pk)
        if desk.hand_back(case, by=request.user):
            self.log_step(request, case, _("Handed back"))
            messages.success(request, _("Handed back. Any coordinator can take this case on."))
        return self._back(case)

    def reopen(self, request, pk):
        """Open a closed case again."""
        case = self.case_or_404(request, pk)
        with show_refusal(services.IsOpen, request=request):
            desk.open_again(case, by=request.user)
            self.log_step(request, case, _("Opened again"))
            opened = _("Opened again. We’ve emailed the member, and you’ve taken this case on.")
            return self._done(request, case, opened, CaseReopened)
        return self._back(case)

    def _done(self, request, case, sentence, notification):
        messages.success(request, if_mail_arrives(sentence, to=case.member, notification=notification))
        return self._back(case)

    def _back(self, case):
        return redirect(reverse("admin:conduct_case_change", args=[case.pk]))

    def _refused(self, request, case, form, *, close=False):
        """The page once more: nothing typed is lost, and what is new since it was opened is marked."""
        case = self.get_object(request, case.pk)
        seen = form.cleaned_data.get("seen")
        last = case.texts.order_by("-pk").values_list("pk", flat=True).first()
        form.data = {**form.data.dict(), "seen": last}
        return self.show_case(request, case, form=form, close=close, new_since=seen, status=422)
