"""The archive of a pair: every letter with its answers, opened for one of the two."""

from itertools import islice

from feedback.models import TEXTS
from mentoring.lib.vault import opened

OF_A_PAGE = 10  # letters
# Each letter is opened to be searched: this many take a quarter of a second, and are ten years of one a week.
SEARCHED, SHOWN = 500, 50


def letters_of(mentorship):
    """Given letters, newest first, with authors and answers; keys are read once for all."""
    rows = mentorship.feedback.given().order_by("-given_at", "-pk")
    return rows.prefetch_related("answers")


def with_authors(rows, mentorship):
    """Let every row know the two by name without asking the database again."""
    for row in mentorship.adopt(rows):
        mentorship.adopt(row.answers.all())
    return rows


def containing(letters, words):
    """The first of these letters in which all these words stand, in the letter or its answers: SHOWN at the most."""
    wanted = words.casefold().split()
    matches = (letter for letter in letters if all(word in _everything(letter) for word in wanted))
    return list(islice(matches, SHOWN))


def _everything(row):
    texts = [opened(row, name) for name in TEXTS] + [opened(a, "text") for a in row.answers.all()]
    return "\n".join(filter(None, texts)).casefold()


def as_data(mentorship, rows):
    """The archive as plain data, for the JSON file. Names and words; no address, no number."""
    return {
        "mentorship": {
            **mentorship.names_by_role(),
            "began": mentorship.began_at.isoformat(),
            "ended": mentorship.ended_at and mentorship.ended_at.isoformat(),
        },
        "feedback": [_letter(row) for row in rows],
    }


def _letter(row):
    return {
        "from": row.author.name,
        "given": row.given_at.isoformat(),
        **{name: opened(row, name) for name in TEXTS},
        "answers": [
            {"from": a.author.name, "written": a.written_at.isoformat(), "text": opened(a, "text")}
            for a in row.answers.all()
        ],
    }
