"""Ways 29 and 30: somebody who can write to the database, and reads on the site as a member."""

from trials.leak.ways import Seen, always, way
from trials.leak.ways.routes import NOBODYS, of_the_pair

OWN = ("/", "/requests/", "/mentorships/")
SEALED = {
    "feedback_feedback": ("letter", "works", "better", "next_time"),
    "feedback_feedbackanswer": ("text",),
    "matching_mentorrequest": ("message", "hopes"),
    "matching_requestmessage": ("text",),
    "matching_bookmark": ("note",),
    "mentorships_goal": ("title", "why", "readings"),
    "mentorships_step": ("text",),
    "mentorships_agreement": ("text",),
    "mentorships_noteversion": ("title", "text"),
    "mentorships_ownnote": ("text",),
    "mentorships_thanks": ("text",),
}
PLACES = ("letter", "works", "better", "next_time")


@way(29, "ciphertext moved to the attacker's row", plant=always("elsewhere"))
def moved(world):
    """Every sealed text put into the attacker's own letter, with its key and without; the attacker reads."""
    seat, attacker = world.as_("elsewhere"), world.people["elsewhere"]["pk"]
    ask = world.db.ask
    letter, own, scope = ask(
        "SELECT f.id, m.code::text, m.code FROM feedback_feedback f JOIN mentorships_mentorship m"
        " ON m.id = mentorship_id WHERE f.author_id = %s AND given_at IS NOT NULL",
        attacker,
    )[0]
    was = ask(f"SELECT {', '.join(PLACES)} FROM feedback_feedback WHERE id = %s", letter)[0]
    key = ask("SELECT wrapped FROM mentorships_datakey WHERE scope = %s AND author_id = %s", scope, attacker)[
        0
    ][0]
    others = ask("SELECT wrapped FROM mentorships_datakey WHERE scope <> %s", scope)
    blobs = sealed(world, letter)
    put_key = "UPDATE mentorships_datakey SET wrapped = %s WHERE scope = %s AND author_id = %s"
    put = f"UPDATE feedback_feedback SET {', '.join(f'{name} = %s' for name in PLACES)} WHERE id = %s"
    try:
        for wrapped in (key, *(row[0] for row in others)):
            ask(put_key, wrapped, scope, attacker)
            for start in range(0, len(blobs), len(PLACES)):
                four = (blobs[start : start + len(PLACES)] + [None] * 3)[: len(PLACES)]
                ask(put, *four, letter)
                answer = seat.get(f"/mentorships/{own}/archive/feedback.json")
                vain = "" if answer.status == 200 else f"answered {answer.status}"
                yield Seen(f"elsewhere reads texts {start} and on", answer.raw, vain=vain)
    finally:
        ask(put, *was, letter)
        ask(put_key, key, scope, attacker)


def sealed(world, but):
    """Every sealed text there is, except those of one letter."""
    found = []
    for table, columns in SEALED.items():
        for column in columns:
            rows = world.db.ask(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL")
            found += [blob for pk, blob in rows if (table, pk) != ("feedback_feedback", but)]
    return found


@way(30, "attacker written into the pair", plant=always("elsewhere"))
def written_in(world):
    """The pair's row, its letters' authors, its keys, its code: rewritten to name the attacker, who reads."""
    seat = world.as_("elsewhere")
    for name, do, undo in rewrites(world):
        try:
            for statement, *params in do:
                world.db.ask(statement, *params)
            opened = 0
            for path in (*(path for _name, path in of_the_pair(world)), *OWN):
                answer = seat.get(path)
                opened += answer.status == 200 and path not in OWN
                yield Seen(f"elsewhere: {name}: {path}", answer.raw)
            if not opened:
                yield Seen(f"elsewhere: {name}", b"", vain="no page opened")
        finally:
            for statement, *params in undo:
                world.db.ask(statement, *params)


def rewrites(world):
    """(what, statements there, statements back). The pair's code leads to what the attacker reads."""
    pair = world.codes["pair"]
    me, mentor, mentee = (world.people[role]["pk"] for role in ("elsewhere", "mentor", "mentee"))
    mine, own = world.db.ask("SELECT id, code::text FROM mentorships_mentorship WHERE mentee_id = %s", me)[0]
    theirs = world.db.ask("SELECT id FROM mentorships_mentorship WHERE code = %s", pair)[0][0]
    away = "UPDATE mentorships_mentorship SET status = 'ended' WHERE id = %s", mine
    back = "UPDATE mentorships_mentorship SET status = 'active' WHERE id = %s", mine

    def party(side, who):
        return f"UPDATE mentorships_mentorship SET {side}_id = %s WHERE id = %s", who, theirs

    def asked(who):
        return (
            "UPDATE matching_mentorrequest SET mentee_id = %s WHERE code = %s",
            who,
            world.codes["request"],
        )

    def authors(was, now):
        for table, by in (("feedback_feedback", "mentorship_id"), ("mentorships_goal", "mentorship_id")):
            yield (f"UPDATE {table} SET author_id = %s WHERE author_id = %s AND {by} = %s", now, was, theirs)
        yield (
            "UPDATE mentorships_datakey SET author_id = %s WHERE author_id = %s AND scope = %s",
            now,
            was,
            pair,
        )

    def code(pk, now):
        return "UPDATE mentorships_mentorship SET code = %s WHERE id = %s", now, pk

    yield ("mentee rewritten", [away, party("mentee", me)], [party("mentee", mentee), back])
    yield ("mentor rewritten", [party("mentor", me)], [party("mentor", mentor)])
    yield (
        "mentee and request rewritten",
        [away, party("mentee", me), asked(me)],
        [party("mentee", mentee), asked(mentee), back],
    )
    yield (
        "mentee, authors and keys rewritten",
        [away, party("mentee", me), *authors(mentee, me)],
        [*authors(me, mentee), party("mentee", mentee), back],
    )
    given = "SELECT id FROM feedback_feedback WHERE mentorship_id = %s AND given_at IS NOT NULL"
    letters = [pk for (pk,) in world.db.ask(given, theirs)]

    def hung(under):
        return "UPDATE feedback_feedback SET mentorship_id = %s WHERE id = ANY(%s)", under, letters

    yield (
        "letters hung under the attacker's pair, its code and all",
        [code(theirs, NOBODYS), code(mine, pair), hung(mine)],
        [hung(theirs), code(mine, own), code(theirs, pair)],
    )
