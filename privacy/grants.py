"""What each login of PostgreSQL may do: written here, set by `manage.py database_logins` (P8).

S select, I insert, U update, D delete. A model that is not named is out of reach, so a new one is
closed to the staff site and the worker until somebody opens it here. Where columns are named, only
they can be seen: enough to find rows and delete them, too little to read a text or a key.
"""

from django.apps import apps

from mentoring.lib.vault import PrivateText

VERBS = {"S": "SELECT", "I": "INSERT", "U": "UPDATE", "D": "DELETE"}
PLAIN_TABLES = ("directory_searchtext",)  # of our own making, without a model
OUT_OF_REACH = ("privacy.disclosure", "admin.logentry")
READ_ONLY = ("privacy.disclosurenotice",)


def _all_but_words(label):
    """The columns of a model that are not sealed."""
    fields = apps.get_model(label)._meta.concrete_fields
    return tuple(field.column for field in fields if not isinstance(field, PrivateText))


STAFF = {
    "profiles.member": "S",
    "profiles.member_groups": "S",
    "profiles.member_user_permissions": "S",
    "profiles.mentorprofile": "SU",
    "directory.directoryversion": "SU",
    "directory.listing": "SIUD",
    "directory.listingfacet": "SID",
    "directory.searchword": "SIUD",
    "profiles.vocabularyversion": "SU",
    "profiles.term": "SIU",
    "profiles.termlabel": "SIU",
    "profiles.look": "SI",
    "directory_searchtext": "SIUD",
    "conduct.case": "SU",
    "conduct.casekey": "SI",
    "conduct.casetext": "SI",
    "matching.wish": "S",
    "mail.letter": "I",
    "mail.stop": "S",
    "mail.undeliverable": "SD",
    "mail.want": "S",
    "mail.paceofmail": "S",
    "account.emailaddress": "S",
    "auth.permission": "S",
    "auth.group": "S",
    "auth.group_permissions": "S",
    "contenttypes.contenttype": "S",
    "admin.logentry": "SI",
    "sessions.session": "SIUD",
    "usersessions.usersession": "SIUD",
}
WORKER = {
    "mail.letter": "SIUD",
    "mail.stop": "SD",
    "mail.undeliverable": "SID",
    "mail.want": "SD",
    "mail.paceofmail": "SD",
    "mail.mailday": "SID",
    "profiles.member": "SUD",
    "profiles.member_groups": "SD",
    "profiles.member_user_permissions": "SD",
    "profiles.mentorprofile": "SU",
    "directory.directoryversion": "SU",
    "directory.listing": "SIUD",
    "directory.listingfacet": "SID",
    "directory.searchword": "SIUD",
    "profiles.vocabularyversion": "S",
    "profiles.term": "S",
    "profiles.termlabel": "S",
    "profiles.look": "SD",
    "directory_searchtext": "SIUD",
    "conduct.block": "SD",
    "conduct.case": "S",
    "matching.watch": "SD",
    "matching.offer": "SD",
    "matching.suggestion": "SUD",
    "mentorships.mentorship": "SU",
    "mentorships.statuschange": "SI",
    "mentorships.invitation": "SUD",
    "meetings.offer": "SU",
    "meetings.slot": "S",
    "meetings.seat": "SIU",
    "meetings.oneanswer": "SIUD",
    "meetings.calendarsettings": "SD",
    "reminders.contact": "S",
    "reminders.reminder": "SIUD",
    "reminders.question": "SIUD",
    "privacy.account_closure": "SIU",
    "privacy.disclosurenotice": "SU",
    "account.emailaddress": "SD",
    "account.emailconfirmation": "SD",
    "sessions.session": "SD",
    "usersessions.usersession": "SD",
}
STAFF_COLUMNS = {  # whether mail goes out, never what it says: a way back into an account would be in it
    "mail.letter": (
        "",
        ("id", "occasion", "kind", "to_id", "address", "written_at", "due_at", "claim", "attempts",
         "sent_at", "dead_at", "trouble", "inside_id"),
    ),
    # Whom the coordinators named, not what the member said to it.
    "matching.suggestion": ("I", ("id", "wish_id", "mentor_id", "made_at")),
}  # fmt: skip
WORKER_COLUMNS = {
    "mentorships.datakey": ("D", ("id", "scope", "author_id")),
    "conduct.casekey": ("D", ("id", "scope", "author_id")),
    "matching.mentorrequest": (
        "",
        (
            "id",
            "code",
            "status",
            "made_at",
            "sent_at",
            "remind_first_at",
            "remind_again_at",
            "expires_at",
            "decided_at",
            "mentor_id",
            "mentee_id",
            "mentorship_id",
        ),
    ),
    "feedback.feedback": ("D", ("id", "mentorship_id", "author_id", "given_at")),
    "matching.bookmark": ("D", ("id", "member_id", "mentor_id")),
    "matching.wish": (
        "D",
        ("id", "code", "member_id", "status", "made_at", "unheard_at", "asked_at"),
    ),
    "mentorships.ownnote": ("D", ("id", "author_id")),
    # When a pair meets, never where: what follows by itself needs the dates (meetings.services.follow_up).
    "meetings.meeting": ("I", _all_but_words("meetings.meeting")),
    "meetings.rhythm": ("", _all_but_words("meetings.rhythm")),
}
# The only columns that may be changed where a whole UPDATE would be too much.
CHANGES = {
    "staff": {"profiles.member": ("is_active", "last_login")},
    "worker": {
        "matching.mentorrequest": ("status", "decided_at"),
        "matching.wish": ("unheard_at",),
        "meetings.meeting": ("status", "starts_at", "ends_at"),
        "meetings.rhythm": ("status", "ends_on", "made_until"),
    },
}


def member():
    """The member process: everything but what is for officers and operators alone."""
    rights = {label: "SIUD" for label in tables() if label not in OUT_OF_REACH}
    return rights | dict.fromkeys(READ_ONLY, "S")


def tables():
    """{label: table} of all there is. A table without a model is its own label."""
    models = {
        model._meta.label_lower: model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }
    return models | {name: name for name in PLAIN_TABLES}


def statements(role, process):
    """The GRANTs of one login, from nothing: run again, they end where they ended before."""
    known = tables()
    given = {"member": member, "staff": lambda: STAFF, "worker": lambda: WORKER}[process]()
    columns = {"staff": STAFF_COLUMNS, "worker": WORKER_COLUMNS}.get(process, {})
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT ON django_migrations TO {role}"
    for label, letters in given.items():
        verbs = ", ".join(VERBS[letter] for letter in letters)
        yield f"GRANT {verbs} ON {known[label]} TO {role}"
    for label, (letters, names) in columns.items():
        verbs = [f"SELECT ({', '.join(names)})", *(VERBS[letter] for letter in letters)]
        yield f"GRANT {', '.join(verbs)} ON {known[label]} TO {role}"
    for label, names in CHANGES.get(process, {}).items():
        yield f"GRANT UPDATE ({', '.join(names)}) ON {known[label]} TO {role}"
