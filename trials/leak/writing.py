"""The two write: everything a page takes is typed into the running member site, the rest is kept inside."""

import json
import re
from datetime import UTC, datetime, timedelta

from trials.leak.visitor import Visitor

PROMPTS = ("letter", "works", "better", "next_time")
SLOT = re.compile(r'name="slot" value="(\d+)"')
FEED = re.compile(r"/calendar/([\w-]+)\.ics")
ITEM = re.compile(r"/items/([0-9a-f-]{36})/tick/")
ANSWERED = re.compile(r"/feedback/([0-9a-f-]{36})/answer/")


def write(world):
    """Every kind of private text, by both of the two; afterwards both read all of it."""
    mentor, mentee = world.as_("mentor"), world.as_("mentee")
    words, code = world.words, world.people["mentor"]["code"]
    asked = {
        "focus": "specific-skill",
        "message": f"Please: {words['request']}",
        "hopes": f"Hope: {words['request']}",
    }
    typed(mentee, f"/mentors/{code}/mark/kept/")
    typed(mentee, f"/shortlist/{code}/note/", note=words["note on a mentor"])
    typed(mentee, f"/mentors/{code}/ask/draft/", **asked)
    first = typed(mentee, f"/mentors/{code}/ask/", **asked)
    for who in (mentor, mentee):
        typed(who, f"{first}talk/", **{"talk-text": f"{who.who}: {words['request talk']}"})
    typed(mentor, f"{first}decline/", **{"decline-text": words["request talk"]})
    second = typed(mentee, f"/mentors/{code}/ask/", **asked)
    pair = typed(mentor, f"{second}accept/")
    world.codes |= {"first request": part(first), "request": part(second), "pair": part(pair)}
    write_letters(world, pair, (mentor, mentee))
    write_meeting(world, pair, mentor, mentee)
    ids = (world.people[role]["pk"] for role in ("mentor", "mentee"))
    kept = world.run("trials.leak.inside.keep", *ids, stdin=json.dumps(words).encode())
    world.codes |= json.loads(kept)


def write_letters(world, pair, both):
    """A letter by each, an answer to each by both, and a draft that is never given."""
    words = world.words
    for who in both:
        text = {name: f"{name}: {words['feedback']}" for name in PROMPTS}
        typed(who, f"{pair}feedback/draft/", **text)
        typed(who, f"{pair}feedback/write/", **text)
    page = both[0].get(f"{pair}feedback/").body.decode()
    for letter in sorted(set(ANSWERED.findall(page))):
        world.codes["letter"] = letter
        for who in both:
            typed(who, f"{pair}feedback/{letter}/answer/", text=f"{who.who} {words['answer']}")
    for who in both:
        typed(who, f"{pair}feedback/draft/", letter=words["draft"])
        found = who.post(f"{pair}feedback/find/", q=words["feedback"].split("'")[0])
        if found.status != 200 or words["feedback"].split("'")[0].encode() not in found.body:
            raise SystemExit(f"{who.who} does not find a letter: {found.status}")


def write_meeting(world, pair, mentor, mentee):
    """A meeting with a place, agreed, so that calendars are told of it; an agenda by both; a feed."""
    start = (datetime.now(UTC) + timedelta(days=9)).strftime("%Y-%m-%dT15:00")
    meeting = typed(
        mentee,
        f"{pair}meetings/new/",
        means="in-person",
        minutes="60",
        place=world.words["place"],
        slot_0=start,
    )
    [slot] = set(SLOT.findall(mentor.get(meeting).body.decode()))
    typed(mentor, f"{meeting}pick/", slot=slot)
    for who, more in ((mentor, {}), (mentee, {"action": "1"})):
        kind = "action" if more else "point"
        typed(who, f"{meeting}items/", **{f"{kind}-text": f"{who.who} {world.words['agenda']}"}, **more)
    typed(mentee, "/meetings/calendar/renew/")
    [feed] = set(FEED.findall(mentee.get("/meetings/calendar/").body.decode()))
    page = mentor.get(meeting).body.decode()
    world.codes |= {"meeting": meeting.strip("/").split("/")[3], "item": ITEM.findall(page)[0], "feed": feed}


def typed(who, path, **data):
    """Send a form. Where it leads to; anything but a yes ends the run: then nothing was written."""
    answer = who.post(path, **data)
    if answer.status not in (204, 302):
        raise SystemExit(f"{who.who}: {path} answered {answer.status}\n{answer.body[:1500]!r}")
    return answer.header("Location").split("#")[0]


def part(path):
    """The code in the address of a pair or a request."""
    return path.strip("/").split("/")[1]


def read(world):
    """{kind} of all that the two can read on the site: proof that it was written, and can be found."""
    from trials.leak import needle
    from trials.leak.ways.routes import addresses

    seen = set()
    for role in ("mentor", "mentee"):
        who: Visitor = world.as_(role)
        for _key, path in addresses(world, "member"):
            if "logout" not in path:
                seen |= needle.found(who.get(path).body, world.words)
    return seen | needle.found(world.run("trials.leak.inside.opened"), world.words)


def again(world):
    """Somebody writes once more, while the places that are searched next are watched. Returns when it is sent."""
    world.turn += 1
    mentee, mentor = world.as_("mentee"), world.as_("mentor")
    pair, request = (
        f"/{kind}/{world.codes[code]}/" for kind, code in (("mentorships", "pair"), ("requests", "request"))
    )
    text = dict.fromkeys(PROMPTS, f"{world.turn}. {world.words['feedback']}")
    typed(mentee, f"{pair}feedback/draft/", **text)
    typed(mentee, f"{pair}feedback/write/", **text)
    said = f"{world.turn}. {world.words['answer']}"
    typed(mentor, f"{pair}feedback/{world.codes['letter']}/answer/", text=said)
    typed(mentee, f"/shortlist/{world.people['mentor']['code']}/note/", note=world.words["note on a mentor"])
    for who in (mentee, mentor):
        who.post(f"{request}talk/", **{"talk-text": world.words["request talk"]})
        found = who.post(f"{pair}feedback/find/", q=world.words["feedback"])
        if found.header("Location"):
            who.get(found.header("Location"))
        for page in ("", "feedback/", "feedback/write/", "archive/", "archive/feedback.html"):
            who.get(pair + page)
        who.get("/")
    world.settle()
