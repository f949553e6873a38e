"""The same on the staff site: what signing in and setting up need. The rest is on the member site."""

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.webauthn import views as webauthn
from django.contrib.admin.views.decorators import staff_member_required
from django.urls import path

from second_factor import views


def dressed(view, template):
    """A page in the clothes of the staff site."""
    return view.as_view(template_name=f"admin/second_factor/{template}.html")


def staff(view, template):
    """The same, for staff alone: somebody who is none any more may still have a session."""
    return staff_member_required(dressed(view, template), login_url="account_login")


urlpatterns = [
    path("", staff(views.Overview, "set_up"), name="mfa_index"),
    path("authenticate/", dressed(views.StaffAuthenticate, "authenticate"), name="mfa_authenticate"),
    path("password/", staff(account.ReauthenticateView, "confirm_password"), name="account_reauthenticate"),
    path("reauthenticate/", staff(base.ReauthenticateView, "confirm_code"), name="mfa_reauthenticate"),
    path("totp/activate/", staff(views.ActivateTOTP, "activate_totp"), name="mfa_activate_totp"),
    path("recovery-codes/", staff(views.RecoveryCodes, "recovery_codes"), name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/download/", views.DownloadRecoveryCodes.as_view(), name="mfa_download_recovery_codes"
    ),
    path("passkeys/add/", staff(views.AddPasskey, "add_passkey"), name="mfa_add_webauthn"),
    path("passkeys/login/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path(
        "passkeys/reauthenticate/",
        staff(webauthn.ReauthenticateWebAuthnView, "confirm_passkey"),
        name="mfa_reauthenticate_webauthn",
    ),
]
