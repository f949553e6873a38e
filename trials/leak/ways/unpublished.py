"""Ways 39 and 40: what somebody has not published, or says of themselves after a no."""

from trials.leak.needle import letters
from trials.leak.ways import Seen, switched, way

LENGTH = 14


@way(39, "words of a profile that nobody may read yet", plant=switched("search"))
def drafts(world):
    """A draft of a mentor profile holds a word; strangers type something like it into the search."""
    word = letters(LENGTH)
    writer = world.as_("spare")
    kept = writer.post("/profile/mentor/", bio=f"I know about {word}.", capacity="1")
    page = writer.get("/profile/mentor/")
    vain = "" if kept.status == 302 and word.encode() in page.body else "no draft was kept"
    typed = word[:7] + word[8:]  # a letter left out: near enough to be corrected
    for role in ("watcher", "member", "mentor"):
        seat = world.as_(role)
        answer = seat.get(f"/mentors/?q={typed}")
        yield Seen(f"search of {seat.who}", answer.raw, signs=(word,), vain=vain)


@way(40, "what an asker says of herself after a no", plant=switched("request"))
def after_a_no(world):
    """The mentee moves on to another employer; the mentor opens the request that was declined long ago."""
    employer = letters(LENGTH)
    mentee, mentor = world.as_("mentee"), world.as_("mentor")
    for role, seat in (("mentee", mentee), ("mentor", mentor)):
        world.sign_in(seat, role)  # a way before may have ended their sessions
    profile = {"name": world.people["mentee"]["name"], "time_zone": "UTC", "language": "en"}
    saved = mentee.post("/profile/", employer=employer, **profile)
    try:
        answer = mentor.get(f"/requests/{world.codes['first request']}/")
        # The mentor may read the request itself: only what came later is looked for.
        fault = "names the new employer" if employer.encode() in answer.body else ""
        walked = saved.status == 302 and answer.status == 200
        yield Seen("request of old", b"", fault, vain="" if walked else "nothing was changed or read")
    finally:
        mentee.post("/profile/", employer="", **profile)
