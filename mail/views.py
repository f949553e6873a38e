"""The doors to stopping mails (one without signing in, and a page of choices), and one for mail that comes in."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, JsonResponse, UnreadablePostError
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from mail import preferences
from mail.forms import MailsForm
from mail.incoming import inbox, suppression_list
from mail.topics import read_unsubscribe_token
from mentoring.lib.access import before_accepting, member_page


@before_accepting
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def mail_unsubscribe(request, token):
    """Looking changes nothing; a POST stops one topic (RFC 8058): no sign-in, no cookie, no redirect.

    The token alone is the right to do so, as it is for a mail program that posts by itself. The page
    does not depend on the member: it says nothing of who they are, or whether they are still here.
    """
    read = read_unsubscribe_token(token)
    if read is None:
        raise Http404
    number, topic = read
    if request.method == "POST":
        preferences.unsubscribe(number, topic.name.split("+"))
    return render(request, "mail/mail_unsubscribe.html", {"topic": topic, "done": request.method == "POST"})


@member_page("GET", "POST")
def mail_preferences(request):
    """Which mails I want, and how often."""
    chosen = preferences.preferences_of(request.user)
    wanted = {"mails": chosen.topics, "frequency": chosen.frequency}
    form = MailsForm(request.POST if request.method == "POST" else None, initial=wanted, member=request.user)
    if form.is_valid():
        preferences.choose_topics(request.user, form.cleaned_data["mails"])
        preferences.set_frequency(request.user, form.cleaned_data["frequency"])
        messages.success(request, _("Saved. From now on, you’ll get the emails you selected."))
        return redirect("mail_preferences")
    return render(request, "mail/mail_preferences.html", {"form": form})


@member_page("POST")
def mail_again(request):
    """My address works again: mails to me go out from now on."""
    suppression_list.lift_suppression(request.user.email)
    messages.success(request, _("We’ll send emails to your address again from the next one on."))
    return redirect("home")


@before_accepting
@csrf_exempt
@require_POST
def mail_in(request):
    """For a mail server: a raw mail that came in, posted with the shared secret."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    secret = settings.MAIL_IN_SECRET
    if not secret or not constant_time_compare(given, secret):
        raise Http404
    taken, why, status = _received(request)
    return JsonResponse({"taken": taken} | ({"why": why} if why else {}), status=status)


def _received(request):
    """(taken, why not, status). A server would bring again, or bounce, what is merely not for us."""
    try:
        taken, why = inbox.receive(request.body)
    except (inbox.TooLarge, RequestDataTooBig) as reason:
        return False, str(reason), 413
    except (inbox.NoMail, UnreadablePostError):
        return False, "no mail", 400
    except (InterfaceError, OperationalError):
        return False, "the database is away", 503
    return taken, why, 200
