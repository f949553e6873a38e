"""Way 41: what coordinators learn of who asked whom, where they find somebody a mentor."""

import time

from trials.leak import logins
from trials.leak.ways import Seen, switched, way
from trials.leak.writing import part, typed

OF_PROPOSALS = ("matching_proposal", "matching_proposedmentor", "matching_leftover")
OF_REQUESTS = (
    "matching_mentorrequest",
    "matching_requestmessage",
    "matching_watch",
    "mentorships_mentorship",
)
PROPOSAL = "/admin/matching/wish/proposal/"
WORKER_SECONDS = 40


@way(41, "who asked whom, by a proposal", plant=switched("page of a post"))
def proposals(world):
    """Somebody who asked a mentor asks the coordinators as well; a proposal is worked out, and discarded."""
    writer, staff = world.as_("spare"), world.as_("coordinator", "staff")
    typed(writer, "/wishes/mine/coordinators/", what="has time for me", focus="specific-skill")
    (wish,) = world.db.ask("SELECT id FROM matching_wish WHERE member_id = %s", world.people["spare"]["pk"])[
        0
    ]
    path = f"/admin/matching/wish/{wish}/change/"
    before = staff.get(path)
    asked = {"focus": "specific-skill", "message": "Would you?"}
    request = typed(writer, f"/mentors/{world.people['mentor']['code']}/ask/", **asked)
    signs = (part(request), *world.codes.values())
    after = staff.get(path)
    differs = before.same() != after.same()
    vain = "" if before.status == 200 else f"the page answered {before.status}"
    yield Seen("page of a post", after.raw, "differs once a mentor was asked" if differs else "", signs, vain)
    yield from worked_out(world, staff, signs)
    yield from decided(world, staff)
    typed(writer, f"{request}withdraw/")
    typed(writer, "/wishes/mine/take-back/")


def worked_out(world, staff, signs):
    """The proposal as the coordinator reads it, once the worker has made it."""
    typed(staff, f"{PROPOSAL}ask/")
    until = time.monotonic() + WORKER_SECONDS
    while state(world) not in ("ready", "failed") and time.monotonic() < until:
        time.sleep(0.5)
    page = staff.get(PROPOSAL)
    named = world.people["spare"]["name"].encode() in page.body
    vain = "" if state(world) == "ready" and named else f"the proposal is {state(world)}"
    yield Seen("proposal", page.raw, "", signs, vain)


def state(world):
    """Of the one proposal there is."""
    rows = world.db.ask("SELECT state FROM matching_proposal")
    return rows[0][0] if rows else "gone"


def decided(world, staff):
    """Nothing of it is left for the staff site once it is discarded; and nothing tells who asked."""
    (number,) = world.db.ask("SELECT id FROM matching_proposal")[0]
    typed(staff, f"{PROPOSAL}{number}/discard/")
    staff.get(PROPOSAL)  # what it says of it is read
    page = staff.get(PROPOSAL)
    named = world.people["spare"]["name"].encode() in page.body
    yield Seen("proposal, discarded", page.raw, "still names who waited" if named else "")
    readable = logins.read_all(world.login("staff"))
    for table in OF_PROPOSALS:
        yield Seen(
            f"staff login: {table}", readable.get(table, b""), "rows are left" if readable.get(table) else ""
        )
    for table in OF_REQUESTS:
        yield Seen(f"staff login: {table}", b"", "can be read" if table in readable else "")
