"""Who gets what at every address of the member site: the written rules of P10. The staff site: staff_access_matrix.

Each row: route: (GET, POST). A cell has one word for all, or one for each of COLUMNS.
`in` sends to the sign-in page, `>` sends elsewhere, `kept` hands back what was typed (403).
All other methods are refused with 405, except at addresses of django-allauth and the Django admin.
"""

COLUMNS = ("signed out", "outsiders", "mentor", "mentee")
OWN = ("in 200 200 200", "405")  # a page of the reader's own, whoever that is
PAGE = ("200", "405")
FORM = ("in 200 200 200", "kept 200 200 200")
PAIR_PAGE = ("in 404 200 200", "405")
PAIR_FORM = ("in 404 200 200", "kept 404 200 200")
MENTEE_FORM = ("in 404 403 200", "kept 404 403 200")
MENTEE_ALONE = ("in 404 404 200", "kept 404 404 200")
ACCOUNT = ("in 200 200 200", "in 200 200 200")
STEP = ("405", "kept 404 > >")
SIGNED_OUT_ONLY = ("200 > > >", "200 > > >")

MEMBER_SITE = {
    "home": PAGE,
    "mail_unsubscribe": ("200", "200"),  # the token is the right to it; see WITHOUT_TOKEN
    "mail_again": ("405", "kept > > >"),
    "mail_preferences": FORM,
    "mentor_list": OWN,
    "mentor_detail": OWN,
    "request_new": FORM,
    "request_draft": ("405", "kept 204 204 204"),
    "mentor_mark": ("405", "kept > 404 >"),
    "mentor_watch": ("405", "kept > 404 >"),
    "mentor_block": ("405", "kept > 404 >"),
    "shortlist": OWN,
    "shortlist_note": ("405", "kept 409 409 >"),
    "request_list": OWN,
    "request_detail": PAIR_PAGE,
    "request_accept": ("405", "kept 404 > 403"),
    "request_decline": ("405", "kept 404 > 403"),
    "request_withdraw": ("405", "kept 404 403 >"),
    "request_talk": ("405", "kept 404 422 422"),
    "request_watch": ("405", "kept 404 403 403"),  # the request in the address still waits
    "request_block": STEP,
    "peer_list": OWN,
    "peer_profile": FORM,
    "peer_detail": (
        "in 200 404 200",
        "kept 200 404 200",
    ),  # the mentor of the address is on the list of peers
    "peer_draft": ("405", "kept 204 404 204"),
    "wish_list": OWN,
    "wish_offer": ("405", "kept 404 > 404"),  # the wish in the address is the mentee's
    "wish_mine": FORM,
    "wish_take_back": ("405", "kept > > >"),
    "wish_assign": FORM,
    "wish_decline": ("405", "kept > > >"),
    "first_step": ("in 200 200 200", "kept > > >"),  # everything may stay empty
    "first_mentors": OWN,
    "profile": FORM,
    "policy_accept": ("in > > >", "kept > > >"),  # nothing waits to be accepted
    "mentor_profile": FORM,
    "mentor_preview": ("in 404 200 404", "405"),
    "mentor_pause": ("405", "kept 404 > 404"),
    "photo_change": FORM,
    "not_now": ("405", "kept > > >"),
    "photo": ("in 404 404 404", "405"),
    "mentorship_list": OWN,
    "mentorship_detail": PAIR_PAGE,
    "mentorship_trouble": PAIR_PAGE,
    "mentorship_rest": ("in 404 200 200", "kept 404 > >"),
    "mentorship_leave": STEP,
    "mentorship_help": ("in 404 200 200", "kept 404 200 200"),
    "mentorship_report": ("in 404 200 200", "kept 404 200 200"),
    "mentorship_block": STEP,
    "blocked_list": OWN,
    "unblock": ("405", "kept 404 404 404"),
    "help_list": OWN,
    "help_new": FORM,
    "help_detail": ("in 404 404 200", "405"),
    "help_say": ("405", "kept 404 404 422"),
    "help_close": ("405", "kept 404 404 >"),
    "help_again": ("405", "kept 404 404 422"),
    "seen": OWN,
    "mentorship_end": ("in 404 200 200", "kept 404 > >"),
    "mentorship_thank": STEP,
    "mentorship_reflect": STEP,
    "mentorship_pause": ("in 404 200 200", "kept 404 > >"),
    "mentorship_resume": STEP,
    "mentorship_record": FORM,
    "invitation": ("in 404 404 404", "405"),
    "invitation_answer": ("405", "kept 404 404 404"),
    "invitation_withdraw": ("405", "kept 404 404 404"),
    "feedback_list": PAIR_PAGE,
    "feedback_find": ("405", "kept 404 > >"),
    "feedback_write": ("in 404 200 200", "kept 404 200 200"),
    "feedback_draft": ("405", "kept 404 204 204"),
    "feedback_discard": STEP,
    "feedback_want": STEP,
    "feedback_answer": ("405", "kept 404 422 422"),
    "archive": PAIR_PAGE,
    "feedback_archive": PAIR_PAGE,
    "take_along": FORM,
    "take_along_progress": OWN,
    "account_close": ("in > > >", "kept > > >"),
    "account_stay": ("405", "kept > > >"),
    "agreement": PAIR_PAGE,
    "agreement_propose": PAIR_FORM,
    "agreement_agree": STEP,
    "agreement_version": PAIR_PAGE,
    "agreement_compare": PAIR_PAGE,
    "goal_list": PAIR_PAGE,
    "goal_new": MENTEE_FORM,
    "goal_detail": PAIR_PAGE,
    "goal_edit": MENTEE_FORM,
    "goal_delete": ("in 404 403 200", "kept 404 403 >"),
    "goal_progress": ("405", "kept 404 403 >"),
    "step_new": ("405", "kept 404 403 422"),
    "step_edit": MENTEE_FORM,
    "step_tick": ("405", "kept 404 403 >"),
    "step_delete": ("405", "kept 404 403 >"),
    "note_list": PAIR_PAGE,
    "note_new": PAIR_FORM,
    "note_detail": PAIR_PAGE,
    "note_edit": PAIR_FORM,
    "note_version": PAIR_PAGE,
    "own_note_list": PAIR_PAGE,
    "own_note_new": PAIR_FORM,
    "own_note_edit": MENTEE_ALONE,  # the note in the address is the mentee's
    "own_note_delete": ("in 404 404 200", "kept 404 404 >"),
    "open_hours": OWN,
    "my_talks": OWN,
    "talk_offer": ("in 200 200 200", "kept 422 422 422"),
    "talk_day": ("in 200 200 200", "kept 200 422 200"),  # only a mentor takes a table
    "talk_day_leave": ("405", "kept > > >"),
    "talk_day_wait": ("405", "kept > > >"),
    "talk_day_programme": OWN,
    "talk_detail": ("in 200 200 200", "kept 422 > >"),  # booked: others are shown other times
    "talk_cancel": ("in 404 200 200", "kept 404 > >"),
    "talk_withdraw": ("405", "kept 404 > 404"),
    "talk_decline": ("405", "kept 404 404 404"),  # it is of no day
    "talk_block": STEP,
    "talk_afterwards": ("405", "kept 404 422 422"),
    "my_meetings": OWN,
    "meeting_month": OWN,
    "time_at_work": OWN,
    "time_letter": OWN,
    "calendar_settings": ("in 200 200 200", "kept > > >"),
    "calendar_renew": ("405", "kept > > >"),
    "mail_in": ("405", "404"),  # with a shared secret alone, which no test client has
    "membership_webhook": ("405", "404"),  # the same
    "calendar_feed": PAGE,  # the secret in the address is the right to it
    "contact": PAIR_FORM,
    "contact_answer": ("in 404 404 200", "kept 404 404 >"),  # the link in the mentee's own mail
    "pulse": ("in 200 200 200", "kept > > >"),  # nothing waits to be answered
    "still_willing": ("in 404 200 404", "kept 404 > 404"),
    "meeting_list": PAIR_PAGE,
    "meeting_new": PAIR_FORM,
    "meeting_log": PAIR_FORM,
    "meeting_detail": PAIR_PAGE,  # the meeting in the address has times on offer, by the mentee
    "meeting_offer": PAIR_FORM,
    "meeting_pick": STEP,
    "meeting_close": STEP,
    "meeting_cancel": ("in 404 > >", "kept 404 > >"),
    "meeting_file": ("in 404 > >", "405"),
    "meeting_tell": STEP,
    "meeting_instead": ("in 404 > >", "kept 404 > >"),
    "meeting_unlog": STEP,
    "meeting_note": ("in 404 > >", "kept 404 > >"),  # the note is there already
    "item_add": ("405", "kept 404 422 422"),
    "item_tick": STEP,
    "item_delete": STEP,
    "item_to_goal": STEP,
    "rhythm": PAIR_PAGE,
    "rhythm_new": PAIR_FORM,
    "rhythm_answer": ("405", "kept 404 404 404"),
    "rhythm_end": ("in 404 200 200", "kept 404 > >"),
    "account_login": SIGNED_OUT_ONLY,
    "account_logout": ("> 200 200 200", ">"),
    "account_inactive": PAGE,
    "account_signup": SIGNED_OUT_ONLY,
    "account_reauthenticate": ACCOUNT,
    "account_email": ("in 200 200 200", "in > > >"),
    "account_email_verification_sent": (">", ">"),
    "account_change_password": ACCOUNT,
    "account_set_password": ("in > > >", "in > > >"),
    "account_reset_password": ("200", "200"),
    "account_confirm_login_code": (">", ">"),
    "account_reset_password_from_key_done": PAGE,
    "account_reset_password_from_key": ("200", "200"),
    "account_reset_password_done": PAGE,
    "account_request_login_code": SIGNED_OUT_ONLY,
    "usersessions_list": ("in 200 200 200", "in > > >"),
    # Nobody here has a second factor, nor has just shown once more who they are.
    "mfa_index": ("in 200 200 200", "in 405 405 405"),
    "mfa_authenticate": (">", ">"),
    "mfa_reauthenticate": ("in > > >", "in > > >"),
    "mfa_activate_totp": ("in > > >", "in > > >"),
    "mfa_deactivate_totp": ("in 404 404 404", "in 404 404 404"),
    "mfa_view_recovery_codes": ("in 404 404 404", "in 405 405 405"),
    "mfa_generate_recovery_codes": ("in > > >", "in > > >"),
    "mfa_download_recovery_codes": ("404", "404"),
    "mfa_list_webauthn": (">", ">"),
    "mfa_add_webauthn": ("in > > >", "in > > >"),
    "mfa_login_webauthn": (">", ">"),
    "mfa_reauthenticate_webauthn": ("in > > >", "in > > >"),
    "mfa_remove_webauthn": ("in > > >", "in > > >"),
    "mfa_edit_webauthn": ("in > > >", "in > > >"),
    "second_factor_remove_staff": ("405", "in > > >"),
    "socialaccount_connections": ("in 200 200 200", "in 200 200 200"),
    "socialaccount_login_cancelled": PAGE,
    # No provider is configured here; the pages of the way are not there without somebody who has come by one.
    "sso_start": ("405", "404"),
    "sso_prove": (">", ">"),
    "sso_join": (">", ">"),
    "sso_try": ("404", "404"),
    "openid_connect_login": ("405", "404"),
    "openid_connect_callback": ("404", "404"),
    "oauth2_callback": ("404", "404"),
    "saml_acs": ("404", "404"),
    "saml_finish_acs": ("404", "404"),
    "saml_metadata": ("404", "404"),
    "saml_login": ("405", "404"),
    "saml_sls": ("404", "404"),
    "to_staff_site": (">", "405"),
    "privacy": PAGE,
    "policy": PAGE,
    "policy_version": PAGE,
    "accessibility": PAGE,
    "welcome": ("200 > > >", "422 > > >"),  # the link is the right
    "role_confirm": ("in 404 404 404", "kept 404 404 404"),  # for coordinators alone
    "healthz": PAGE,
    "readyz": PAGE,
    "metrics": ("404", "405"),  # a token opens it, and nobody here has one
    "demo_mail": PAGE,
    "demo_mail_detail": ("404", "405"),
    "demo_mail_html": ("404", "405"),
}

# Addresses that take a form from elsewhere: a signature, or a signed token, stands for the form's own.
WITHOUT_TOKEN = {"mail_in", "mail_unsubscribe", "membership_webhook", "saml_acs", "saml_sls"}
