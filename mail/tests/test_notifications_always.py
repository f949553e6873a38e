"""The list of mails that always come: whatever has no topic stands on it."""

from mail.declarations import NOTIFICATIONS
from mail.models import DIGEST

# These always come: who stopped them could miss that somebody else is in their account, or a day that
# does not come again. A new mail stands here or has a topic; it is for people to decide which.
SECURITY = {
    "second_factor/recovery_code_used",
    "second_factor/recovery_codes_generated",
    "second_factor/reset_by_operator",
    "second_factor/staff_set_up_removed",
    "second_factor/totp_activated",
    "second_factor/totp_deactivated",
    "second_factor/webauthn_added",
    "second_factor/webauthn_removed",
    "profiles/new_browser",
    "sso/address_code",
    "sso/connected",
    "sso/disconnected",
    "account/account_already_exists",
    "account/email_changed",
    "account/email_confirmation",
    "account/email_confirmation_signup",
    "account/email_deleted",
    "account/login_code",
    "account/password_changed",
    "account/password_reset",
    "account/password_reset_key",
    "account/password_set",
    "account/unknown_account",
    "profiles/account_restored",
    "profiles/account_suspended",
    "peers/line_hidden",
    "peers/line_shown",
    "profiles/profile_hidden",
    "profiles/profile_shown",
}
LEAVING = {
    "privacy/account_closed",
    "privacy/archive_goes",
    "privacy/closing_begun",
    "privacy/disclosed",
    "privacy/partner_leaves",
    "privacy/partner_stays",
}
CASES = {
    "conduct/case_closed",
    "conduct/case_late",
    "conduct/case_reopened",
    "conduct/case_answered",
    "conduct/case_waits",
    "matching/wish_handed_over",
}
WILLINGNESS = {"reminders/profile_rests", "reminders/still_willing", "reminders/still_with_us"}
MEMBERSHIP = {"joining/membership_back", "joining/membership_ended", "joining/welcome"}
ROLES = {"coordination/role_given", "coordination/role_proposed", "coordination/role_taken"}
# The digest comes as long as something is in it that is wanted.
# Answers to what the member has sent: once a day at the most.
REPLIES = {"meetings/reply_not_taken", "meetings/times_moved_here"}
# To an address that is no member's: at most once a year, and never again once somebody there has said no.
INVITING = {"outreach/invited_colleague"}
ALWAYS = SECURITY | LEAVING | CASES | WILLINGNESS | REPLIES | MEMBERSHIP | ROLES | INVITING | {DIGEST}


def test_what_has_no_topic_is_decided_by_people():
    """A new mail without a topic fails here until somebody has decided."""
    assert {each.folder for each in NOTIFICATIONS if each.topic is None} == ALWAYS
