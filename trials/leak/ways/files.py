"""Ways 16 and 28: files on the disk."""

import sqlite3
from contextlib import closing, contextmanager

from trials.harness.environment import files_in
from trials.leak import writing
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.routes import addresses

BIG = 3_000_000  # more than Django keeps in memory


def in_sqlite(world):
    """The same writing on SQLite: a world of its own, kept for the planted walk of the same kind."""
    if world.sqlite is None:
        world.sqlite = world.workspace.world(f"{world.kind}-sqlite", world.settings, sqlite=True).start()
        world.sqlite.words = world.words
        writing.write(world.sqlite)
    return world.sqlite


def left_in_free_pages(_number):
    """A table in clear, emptied again without wiping, as SQLite does unless told otherwise."""

    @contextmanager
    def plant(world):
        file = in_sqlite(world).var / "mentoring.sqlite3"
        with closing(sqlite3.connect(file, timeout=20)) as connection:
            connection.execute("PRAGMA secure_delete=OFF")
            connection.execute("CREATE TABLE scratch (words text)")
            connection.executemany(
                "INSERT INTO scratch VALUES (?)", [(f"{world.words['feedback']} " * 99,)] * 50
            )
            connection.execute("DROP TABLE scratch")
            connection.commit()
        yield "mentoring.sqlite3"

    return plant


@way(16, "SQLite file, WAL file, free pages", plant=left_in_free_pages)
def sqlite_files(world):
    """While the site runs and after rows were thrown away: the file, its log, its free pages."""
    lite = in_sqlite(world)
    yield from database_files(lite, "running")
    pair = f"/mentorships/{lite.codes['pair']}/"
    lite.as_("mentee").post(f"{pair}feedback/discard/")
    lite.as_("mentor").post(f"{pair}feedback/discard/")
    lite.as_("mentee").post(f"/shortlist/{lite.people['mentor']['code']}/note/", note="")
    for _name, path in addresses(lite, "member"):
        if "logout" not in path:
            lite.as_("mentee").get(path)
    yield from database_files(lite, "after discarding")
    with closing(sqlite3.connect(lite.var / "mentoring.sqlite3")) as connection:
        for line in connection.iterdump():
            yield Seen("dump of mentoring.sqlite3", line.encode())
    yield from all_files(lite, "SQLite world: ")


def database_files(lite, when):
    """All that belongs to the database."""
    for file, found in files_in(lite.var, "mentoring.sqlite3*"):
        yield Seen(f"{when}: {file.name}", found)


def all_files(world, prefix=""):
    """Every file the processes have written, wherever they were told to write."""
    for folder in (world.var, world.tmp, world.logs):
        for file, found in files_in(folder):
            if "static" not in file.relative_to(world.folder).parts:
                where = f"{prefix}{file.relative_to(world.folder)}"
                yield Seen(where, where.encode() + b"\n" + found)


@way(28, "uploads and temporary files", plant=switched("tmp/upload-"))
def left_behind(world):
    """After writing, and after forms with a file too big for memory: all folders of all processes."""
    writing.again(world)
    pair = f"/mentorships/{world.codes['pair']}/"
    half = world.words["feedback"].encode()
    for role in ("mentee", "mentor", "watcher"):
        seat = world.as_(role)
        fields = {"letter": f"With a file: {world.words['feedback']}", "text": world.words["answer"]}
        for path in (f"{pair}feedback/write/", f"{pair}feedback/draft/", "/profile/photo/"):
            seat.post_file(path, fields, (half + b" ") * (BIG // len(half)))
    yield from all_files(world)
