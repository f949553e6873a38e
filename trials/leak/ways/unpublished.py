"""Ways 39 and 40: what somebody has not published, or says of themselves after a no."""

from trials.leak.needle import letters
from trials.leak.ways import Seen, switched, way

LENGTH = 14


@way(39, "words of a profile that nobody may read yet", plant=switched("search"))
def drafts(world):
    """A draft of a mentor profile holds a word; strangers type something like it into the search."""
    word = letters(LENGTH - 1) + "b"  # an ending that no language takes for a plural
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
    """Somebody is declined and moves on to another employer; the mentor opens the request once more."""
    employer, asker, mentor = letters(LENGTH), world.as_("spare"), world.as_("mentor")
    world.sign_in(mentor, "mentor")  # a way before may have ended the session
    asked = {"focus": "specific-skill", "message": "Would you?"}
    request = asker.post(f"/mentors/{world.people['mentor']['code']}/ask/", **asked).header("Location")
    declined = mentor.post(f"{request}decline/")
    profile = {"name": world.people["spare"]["name"], "time_zone": "UTC", "language": "en-gb"}
    saved = asker.post("/profile/", employer=employer, **profile)
    answer = mentor.get(request)
    walked = (declined.status, saved.status, answer.status) == (302, 302, 200)
    # The mentor may read the request itself: only what came later is looked for.
    fault = "names the new employer" if employer.encode() in answer.body else ""
    yield Seen("request of old", b"", fault, vain="" if walked else "nothing was changed or read")
