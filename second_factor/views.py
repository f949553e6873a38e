"""django-allauth's pages, where they have to do something else here."""

import time

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from second_factor import notifications
from second_factor.qr import draw_qr
from second_factor.staff_marks import is_staff_site, marked, of_this_site

SHOWN_AT, SECONDS_TO_DOWNLOAD = "recovery_codes_shown_at", 600
Type = Authenticator.Type


class Overview(IndexView):
    """What there is. What was set up on the staff site is named apart: it does not count here."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        mine = Authenticator.objects.filter(user=self.request.user).order_by("pk")
        by_type = {kind: [each for each in of_this_site(mine) if each.type == kind] for kind in Type.values}
        codes = by_type[Type.RECOVERY_CODES]
        return context | {
            "passkeys": by_type[Type.WEBAUTHN],
            "totp": by_type[Type.TOTP],
            "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else None,
            "can_have_codes": by_type[Type.WEBAUTHN] or by_type[Type.TOTP],
            "staff_site": marked(mine).exclude(type=Type.RECOVERY_CODES),
        }


class StaffAuthenticate(AuthenticateView):
    """The second step on the staff site, which has no addresses for joining and for mailed codes."""

    def get_context_data(self, **kwargs):
        options = webauthn.begin_authentication(self.stage.login.user)
        context = super(AuthenticateView, self).get_context_data(**kwargs)
        return context | {"form": self.auth_form, "js_data": {"request_options": options}}


class ActivateTOTP(ActivateTOTPView):
    """Set up an authenticator app."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        groups = (secret[at : at + 4] for at in range(0, len(secret), 4))
        return context | {"qr": draw_qr(context["totp_url"]), "secret": " ".join(groups)}

    def form_valid(self, form):
        forget_staff_codes(self.request.user, Type.TOTP, Type.RECOVERY_CODES)
        return count_as_used(self.request, super().form_valid(form))


class AddPasskey(AddWebAuthnView):
    """Add a passkey: kept by the device, which asks who holds it."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "js_data": {"creation_options": webauthn.begin_registration(self.request.user, True)}
        }

    def form_valid(self, form):
        forget_staff_codes(self.request.user, Type.RECOVERY_CODES)
        return count_as_used(self.request, super().form_valid(form))


def count_as_used(request, answer):
    """Setting one up on the staff site has shown that it works: it is not asked for once more (gate)."""
    if is_staff_site():
        mine = Authenticator.objects.filter(user=request.user).exclude(type=Type.RECOVERY_CODES)
        latest = mine.latest("pk")
        record_authentication(request, request.user, "mfa", id=latest.pk, type=latest.type)
    return answer


def forget_staff_codes(user, *types):
    """There is one authenticator app and one set of codes: those of the member site count on both."""
    if not is_staff_site():
        marked(Authenticator.objects.filter(user=user, type__in=types)).delete()


class RecoveryCodes(ViewRecoveryCodesView):
    """The codes, once. For some minutes they can be downloaded, too."""

    def get_context_data(self, **kwargs):
        if not of_this_site(codes_of(self.request.user)).exists():
            raise Http404
        context = super().get_context_data(**kwargs)
        if context["can_view_codes"]:
            self.request.session[SHOWN_AT] = time.time()
        return context


class DownloadRecoveryCodes(DownloadRecoveryCodesView):
    """The same as a text file, right after they were shown."""

    def dispatch(self, request, *args, **kwargs):
        shown = request.session.get(SHOWN_AT, 0) if request.user.is_authenticated else 0
        codes = of_this_site(codes_of(request.user)).first() if shown else None
        if not codes or time.time() - shown > SECONDS_TO_DOWNLOAD:
            raise Http404
        self.unused_codes = codes.wrap().get_unused_codes()
        return super(DownloadRecoveryCodesView, self).dispatch(request, *args, **kwargs)


def codes_of(user):
    """The set of recovery codes (a queryset of one or none)."""
    return Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES)


@require_POST
@login_required
@reauthentication_required(app="allauth.mfa")
def remove_staff_set_up(request):
    """Take away whatever was set up on the staff site: there it is set up anew at the next sign-in."""
    for authenticator in marked(Authenticator.objects.filter(user=request.user)):
        authenticator.delete()
        signals.authenticator_removed.send(
            sender=Authenticator, request=request, user=request.user, authenticator=authenticator
        )
    notifications.staff_set_up_removed(request.user)
    messages.success(request, _("Removed. You’ll set it up again when you next sign in to the staff site."))
    return redirect("mfa_index")
