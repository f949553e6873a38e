"""Ways 12 to 15: whoever holds the database, or a copy of it, without the key ring."""

import shutil

from trials.harness import databases
from trials.harness.environment import files_in
from trials.leak.ways import Seen, by_hand, switched, way

ANOTHER = "a-ring-of-another-place"
PRIVATE = ("feedback", "matching", "mentorships")


@way(12, "dumpdata, CSV or JSON export", plant=switched("dumpdata"))
def exports(world):
    """By `dumpdata` in every form, even from the process that has the ring; each table as CSV."""
    for name, process, login in everybody(world):
        for form, apps in (("json", ()), ("xml", PRIVATE), ("jsonl", PRIVATE)):
            command = ("dumpdata", *apps, f"--format={form}")
            dumped = world.manage(*command, process=process, may_fail=True, **login)
            held = dumped.count(b"sealed:") > 20 or b"Unable to serialize" in world.said
            vain = "" if held else "there are no texts in it"
            yield Seen(f"dumpdata {form} from {name}", dumped + world.said, vain=vain)
    for table in world.db.tables():
        yield Seen(f"CSV of {table}", world.db.copy(table))


def everybody(world):
    """(name, process, environment): each process with its own login, and with one that may do anything."""
    for process in ("member", "staff", "worker"):
        yield f"the {process} process", process, {}
        yield f"the {process} process as a superuser", process, {"DATABASE_URL": world.db.url}


LOOK_AROUND = """
from feedback.models import Feedback as F
for row in F.objects.all(): print(row, repr(row), vars(row), row.__getstate__())
print(list(F.objects.values()))
"""


@way(13, "shell and dbshell without the ring", plant=switched("shell of the"))
def shells(world):
    """All private texts tried in the shells of the staff site and the worker; all rows by dbshell."""
    for name, process, login in everybody(world):
        if process == "member":
            continue
        opened = world.run("trials.leak.inside.opened", process=process, **login)
        tried = int(world.said.rpartition(b"tried ")[2].split()[0] or 0)
        vain = "" if tried > 20 or b"permission denied" in world.said else f"only {tried} texts tried"
        yield Seen(f"shell of {name}", opened + world.said, vain=vain)
        printed = world.manage("shell", "-c", LOOK_AROUND, process=process, may_fail=True, **login)
        yield Seen(f"shell -c of {name}", printed + world.said)
        for table in (
            "feedback_feedback",
            "feedback_feedbackanswer",
            "matching_mentorrequest",
            "mentorships_datakey",
        ):
            command = ("dbshell", "--", "-c", f"SELECT * FROM {table}")
            rows = world.manage(*command, process=process, may_fail=True, **login)
            yield Seen(f"dbshell of {name}: {table}", rows + world.said)


def column_in_clear(world):
    """A column that somebody added to search faster."""
    world.db.ask("ALTER TABLE feedback_feedback ADD COLUMN preview text")
    world.db.ask("UPDATE feedback_feedback SET preview = %s", world.words["feedback"])
    try:
        yield "feedback_feedback"
    finally:
        world.db.ask("ALTER TABLE feedback_feedback DROP COLUMN preview")


@way(14, "raw SQL or dump", plant=by_hand(column_in_clear))
def raw(world):
    """Every table by SQL, as text and in PostgreSQL's own binary form; and by pg_dump."""
    for table in world.db.tables():
        yield Seen(f"SQL: {table}", world.db.copy(table, "text"))
        yield Seen(f"SQL, binary: {table}", world.db.copy(table, "binary"))
    for form in ("plain", "custom", "tar"):
        yield Seen(f"pg_dump, {form}", world.db.dump(form) or b"")


def ring_beside(world):
    """The key ring kept where the backup of files takes it along."""
    copy = world.var / "media" / "settings.bak"
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(world.var / "confidential_keyring", copy)
    try:
        yield "elsewhere"
    finally:
        copy.unlink()


@way(15, "backup restored elsewhere", plant=by_hand(ring_beside))
def restored(world):
    """The dump loaded into another database; opened with another ring, with none, with any file beside it."""
    elsewhere = databases.Database(f"{world.db.name}_elsewhere")
    folder = world.folder / "elsewhere"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    databases.create_database(elsewhere.name, template=None if world.db.dump() else world.workspace.base)
    try:
        bring_back(world.db, elsewhere)
        world.manage(
            "new_keyring",
            VAR=str(folder),
            CONFIDENTIAL_KEYRING=str(folder / ANOTHER),
            CASE_KEYRING=str(folder / "cases"),
            DATABASE_URL=world.workspace.base_url,
        )
        rings = [folder / ANOTHER, folder / "none", *beside(world, folder)]
        for ring in rings:
            opened = world.run(
                "trials.leak.inside.opened",
                DATABASE_URL=elsewhere.url,
                VAR=str(folder),
                CONFIDENTIAL_KEYRING=str(ring),
                CASE_KEYRING=str(folder / "cases"),
            )
            vain = "" if b"tried 0" not in world.said else "no texts came back"
            yield Seen(f"elsewhere, opened with {ring.name}", opened + world.said, vain=vain)
    finally:
        databases.drop_database(elsewhere.name)


def bring_back(source, target):
    """By pg_dump and psql, or table by table."""
    dump = source.dump()
    if dump:
        target.load(dump)
        return
    for table in source.tables():
        target.fill(table, source.copy(table))


def beside(world, folder):
    """Every file that a backup of files takes along, tried as a ring. The rings' own files are kept apart."""
    own = {"confidential_keyring", "case_keyring"}
    for number, (file, found) in enumerate(files_in(world.var)):
        small = len(found) < 5000 and file.name not in own and "static" not in file.parts
        if small and b"\n1 " in b"\n" + found:
            copy = folder / f"{number}-{file.name}"
            copy.write_bytes(found)
            copy.chmod(0o600)
            yield copy
