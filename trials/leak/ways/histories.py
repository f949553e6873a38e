"""Way 26: what a database remembers of what it held before."""

import json

from trials.leak.ways import Seen, by_hand, switched, way
from trials.leak.writing import again

NOT_MODELS = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (%s)"
TRIGGERS = (
    "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT p.proname, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
    " WHERE n.nspname = 'public'",
    "SELECT matviewname, definition FROM pg_matviews",
    "SELECT slot_name, plugin FROM pg_replication_slots",
)
WORDY = ("log", "history", "event", "audit", "version", "change", "session", "letter", "cache")


def history_table(world):
    """A table of what each letter said before, filled by the planted world's signal."""
    switch = switched("feedback_history")(26)
    world.db.ask(
        "CREATE TABLE feedback_history (id serial, was text);"
        "GRANT ALL ON feedback_history, feedback_history_id_seq TO PUBLIC"
    )
    try:
        with switch(world) as place:
            yield place
    finally:
        world.db.ask("DROP TABLE feedback_history")


@way(26, "database change logs, history tables", plant=by_hand(history_table))
def histories(world):
    """After a change by each kind of person: tables no model knows, logs, sessions, triggers, old letters."""
    again(world)
    staff = world.as_("coordinator", "staff")
    for step in ("suspend", "restore"):
        staff.post(f"/admin/profiles/member/{world.people['spare']['pk']}/{step}/", reason="As agreed.")
    staff.get("/admin/")  # what it says of it is read, and stands on no later page
    known = json.loads(world.manage("shell", "-v0", "-c", TABLES_OF_MODELS).decode().strip().splitlines()[-1])
    unknown = {name for (name,) in world.db.ask(NOT_MODELS, known)}
    for table in world.db.tables():
        if table in unknown or any(sign in table for sign in WORDY):
            yield Seen(f"rows of {table}", world.db.copy(table))
    for statement in TRIGGERS:
        yield Seen(statement.split(" FROM ")[1], repr(world.db.ask(statement)).encode())
    yield Seen("sessions, opened", world.manage("shell", "-v0", "-c", SESSIONS))


TABLES_OF_MODELS = (
    "import json; from django.db import connection as c;"
    "print(json.dumps(c.introspection.django_table_names(include_views=False)))"
)
SESSIONS = (
    "from django.contrib.sessions.models import Session\n"
    "from mentoring.lib.sealed_sessions import SessionStore\n"
    "for row in Session.objects.all(): print(SessionStore(row.pk).load())"
)
