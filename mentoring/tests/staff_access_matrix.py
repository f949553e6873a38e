"""Who gets what at every address of the staff site. The words of the cells: access_matrix."""

from mentoring.tests.access_matrix import PAGE

COLUMNS = ("signed out", "members", "coordinator", "superuser")
STAFF = ("in in 200 200", "in in 200 200")
LOOK = ("in in 200 200", "in in 403 403")
NEVER = ("in in 403 403", "in in 403 403")
BUTTON = ("in in 403 403", "in in > >")
AWAY = ("in in > >", "in in > >")
FORM_422 = ("in in 200 200", "in in 422 422")
FIGURES = ("in in 200 200", "in in 405 405")

STAFF_SITE = {
    "home": (">", ">"),
    "admin:index": STAFF,
    "admin:login": ("200 200 > >", "200"),
    "account_login": ("200 200 > >", "200"),
    "account_reauthenticate": ("in in 200 200", "in in 200 200"),
    "mfa_index": ("in in 200 200", "in in 405 405"),
    "mfa_authenticate": (">", ">"),
    "mfa_reauthenticate": ("in in > >", "in in > >"),
    "mfa_activate_totp": ("in in > >", "in in > >"),
    "mfa_view_recovery_codes": ("in in 404 404", "in in 405 405"),
    "mfa_download_recovery_codes": ("404", "404"),
    "mfa_add_webauthn": ("in in > >", "in in > >"),
    "mfa_login_webauthn": (">", ">"),
    "mfa_reauthenticate_webauthn": ("in in > >", "in in > >"),
    "admin:logout": ("> > 405 405", "> > 200 200"),
    "admin:jsi18n": ("in in 200 200", "in in 405 405"),
    "admin:app_list": STAFF,
    "admin/(?P<url>.*)$": ("in in 404 404", "in in 404 404"),
    "admin:people": STAFF,
    "admin:term_merge": STAFF,
    "admin:mentor_photo": ("in in 404 404", "in in 403 403"),
    "admin:profiles_member_export": ("in in 403 403", "in in 200 200"),
    "admin:profiles_mentorprofile_export": ("in in 403 403", "in in 200 200"),
    "admin:member_suspend": STAFF,
    "admin:member_restore": BUTTON,
    "admin:mentor_hide": STAFF,
    "admin:case_answer": ("in in 403 403", "in in 422 422"),
    "admin:case_close": ("in in 200 200", "in in > >"),
    "admin:case_take": BUTTON,
    "admin:case_hand_back": BUTTON,
    "admin:case_reopen": BUTTON,
    "admin:wish_suggest": BUTTON,
    "admin:wish_proposal": ("in in 200 200", "in in 200 200"),
    "admin:wish_proposal_ask": BUTTON,
    "admin:wish_proposal_remove": BUTTON,
    "admin:wish_proposal_send": BUTTON,
    "admin:wish_proposal_discard": BUTTON,
    "admin:mentor_unhide": BUTTON,
    "admin:programme_numbers": FORM_422,
    "admin:number_put_back": ("in in 200 200", "in in > >"),
    "handover": FIGURES,
    "handover_file": FIGURES,
    "settings_export": FIGURES,
    "settings_import": ("in in 200 200", "in in 422 422"),
    "admin:role_propose": ("in in 200 200", "in in 422 422"),
    "admin:role_withdraw": BUTTON,
    "admin:role_take_away": ("in in 200 200", "in in > >"),
    "admin:import_decide": BUTTON,
    "admin:import_state": BUTTON,
    "admin:import_person": BUTTON,
    "admin:event_questions": LOOK,
    "admin:event_decide": BUTTON,
    "admin:mail_text_list": STAFF,
    "admin:mail_text_left_behind": ("in in 200 200", "in in > >"),
    "admin:mail_texts": FORM_422,
    "admin:policy_text_list": STAFF,
    "admin:policy_text": FORM_422,
    "admin:word_text_list": STAFF,
    "admin:word_text": FORM_422,
    "admin:text_put_back": ("in in 405 405", "in in > >"),
    "admin:announcement_new": FORM_422,
    "admin:announcement": FORM_422,
    "admin:announcement_withdraw": ("in in 405 405", "in in > >"),
    "admin:announcement_put_back": ("in in 405 405", "in in > >"),
    "figures_index": FIGURES,
    "figures_report": FIGURES,
    "figures_short": FIGURES,
    "figures_csv": FIGURES,
    "healthz": PAGE,
    "readyz": PAGE,
    **{
        f"admin:{model}_{page}": cells
        for model in (
            "conduct_case",
            "configuration_announcement",
            "configuration_numberchange",
            "coordination_rolechange",
            "configuration_textchange",
            "figures_publication",
            "joining_rosterentry",
            "joining_rosterimport",
            "open_hours_talkday",
            "outreach_quote",
            "mail_outgoingmail",
            "matching_wish",
            "mail_undeliverable",
            "profiles_member",
            "profiles_mentorprofile",
            "profiles_term",
            "programmes_programme",
        )
        for page, cells in {
            "changelist": STAFF,
            "add": NEVER,
            "history": STAFF,
            "delete": NEVER,
            "change": LOOK,
        }.items()
    },
    "admin:figures_publication_changelist": AWAY,
    "admin:joining_rosterimport_add": FORM_422,
    "admin:open_hours_talkday_add": STAFF,
    "admin:open_hours_talkday_change": STAFF,
    "admin:outreach_quote_change": STAFF,
    "admin:profiles_term_add": STAFF,
    "admin:profiles_term_change": STAFF,
    "admin:programmes_programme_add": STAFF,
    "admin:programmes_programme_change": STAFF,
    "admin:programme_publish": BUTTON,
    "admin:programme_people": LOOK,
    "admin:programme_names": LOOK,
    "admin:programme_names_find": BUTTON,
    "admin:programme_names_send": BUTTON,
    "admin:programme_names_remove": BUTTON,
    **{
        address: AWAY
        for room, model in (
            ("configuration", "announcement"),
            ("configuration", "numberchange"),
            ("configuration", "textchange"),
            ("coordination", "rolechange"),
        )
        for address in (f"admin:{room}_{model}_add", f"admin/{room}/{model}/<path:object_id>/")
    },
    **{
        f"admin/{model}/<path:object_id>/": AWAY
        for model in (
            *("figures/publication", "joining/rosterentry", "joining/rosterimport"),
            *("conduct/case", "mail/outgoingmail", "matching/wish"),
            *("mail/undeliverable", "open_hours/talkday", "outreach/quote"),
            *("profiles/member", "profiles/mentorprofile", "profiles/term"),
            "programmes/programme",
        )
    },
}
