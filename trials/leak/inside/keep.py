"""Inside the member process: what the two keep that is written by no page yet. Words as JSON on stdin."""

import json
import sys

from trials.leak.inside import enter


def main(mentor_pk, mentee_pk, words):
    """One row of each kind, by each of the two who may write it. Prints {kind: code}."""
    from mentorships import models
    from profiles.models import Member

    mentor, mentee = (Member.objects.get(pk=pk) for pk in (mentor_pk, mentee_pk))
    pair = models.Mentorship.objects.get(mentor=mentor, mentee=mentee)
    rows = {}

    def keep(name, row):
        row.save()
        rows[name] = str(row.code)
        return row

    goal = keep(
        "goal",
        models.Goal(
            mentorship=pair,
            author=mentee,
            title=f"Goal {words['goal']}",
            why=f"Why {words['goal']}",
            readings=f"Read {words['goal']}",
        ),
    )
    keep("step", models.Step(goal=goal, author=mentee, text=f"Step {words['step']}"))
    keep(
        "agreement",
        models.Agreement(
            mentorship=pair,
            author=mentor,
            number=1,
            text=json.dumps({"meet": f"We meet {words['agreement']}"}),
        ),
    )
    note = keep("note", models.Note(mentorship=pair))
    for number, author in enumerate((mentor, mentee), start=1):
        said = f"Note {words['shared note']}"
        keep("version", models.NoteVersion(note=note, author=author, number=number, title=said, text=said))
        keep("own", models.OwnNote(mentorship=pair, author=author, text=f"Mine {words['own note']}"))
        keep(
            "reflection",
            models.OwnNote(
                mentorship=pair, author=author, text=words["reflection"], kind=models.OwnKind.REFLECTION
            ),
        )
        keep("thanks", models.Thanks(mentorship=pair, author=author, text=words["thanks"]))
    keep_hours(keep, pair, words["hours"])
    rows["booking"] = book_talk(mentor, mentee, words["talk"])
    rows |= keep_as_peers(mentee, mentor, words["peers"])
    rows |= fill_sheet(pair, mentee, words["sheet"], words["shared answer"])
    print(json.dumps({"pair": str(pair.code), **rows}))


def keep_hours(keep, pair, words):
    """The record of hours of a pair in a programme for a qualification; its number is in the addresses of the staff."""
    from django.utils import timezone

    from programmes import models

    today = timezone.localdate()
    dates = dict.fromkeys(("sign_up_from", "sign_up_until", "starts_on"), today)
    programme = models.Programme.objects.create(
        name="Chartership", kind="qualification", weeks=52, published_at=timezone.now(), **dates
    )
    pairing = models.Pairing.objects.create(
        programme=programme, mentorship=pair, sees=models.Sees.NUMBERS, ends_on=programme.end_of_pair(today)
    )
    entry = models.HoursEntry(pairing=pairing, author=pair.mentee, day=today, minutes=60, text=words)
    keep("entry", entry)


def keep_as_peers(one, other, words):
    """The same two are peers as well: a goal, a letter and a note of that mentorship. Its code."""
    from factories import letter
    from mentorships.models import MentorshipKind
    from mentorships.services import begin, goals, notes

    pair = begin(mentor=one, mentee=other, kind=MentorshipKind.PEERS, focus="networking", style="", by=one)
    goals.add_goal(pair, by=one, title=f"Goal {words}", why="", readings="", due_on=None)
    letter(pair, other, letter=f"Letter {words}")
    notes.begin_note(pair, by=one, title="Peers", text=f"Note {words}")
    return {"peers": str(pair.code)}


def book_talk(mentor, mentee, words):
    """A time of open hours, booked by the services: what it is about, and where. The code of the booking."""
    from testing.talks import booked

    return str(booked(mentor, mentee, about=f"About {words}", place=f"Room {words}").code)


def fill_sheet(pair, author, words, shared_words):
    """A worksheet of the pair: an answer that nobody else reads, and one that is shared. Codes of the two."""
    from testing import worksheets

    mine, shared = worksheets.write(author, f"Mine {words}", f"Ours {shared_words}", mentorship=pair)
    return {"answer": str(mine.code), "shared": str(worksheets.share(shared, pair).code)}


if __name__ == "__main__":
    enter()
    main(int(sys.argv[1]), int(sys.argv[2]), json.load(sys.stdin))
