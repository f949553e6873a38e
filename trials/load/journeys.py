"""What visitors do, and how often: pages as they are read, and now and then something written."""

import time
from typing import NamedTuple
from urllib.parse import urlencode

SEARCHES = ("quarryword", "middleword", "rarelyword", "quarryword middleword", "cataloging", "metadta")
FILTERS = (
    "area=library-systems",
    "library_type=public",
    "country=KE",
    "language=fr",
    "accepting=true",
    "overlap=true",
)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Step(NamedTuple):
    """One request. `expected`: the status that is no error."""

    name: str
    method: str
    path: str
    headers: dict
    body: str = ""
    expected: tuple = (200,)


def step(name, visitor, chance):
    """The step of this name, for one visitor."""
    if name in WRITTEN:
        path, words, expected = WRITTEN[name](visitor, chance)
        headers = {"Cookie": visitor["cookie"], "X-CSRFToken": visitor["token"], **FORM}
        return Step(name, "POST", path, headers, urlencode(words), expected)
    headers = {} if name in ("signed out", "feed") else {"Cookie": visitor["cookie"]}
    return Step(name, "GET", READ[name](visitor, chance), headers)


def drawn(chance):
    """The name of a step, as often as it is done."""
    return chance.choices(list(SHARES), SHARES.values())[0]


READ = {
    "signed out": lambda visitor, chance: "/",
    "home": lambda visitor, chance: "/",
    "browse": lambda visitor, chance: f"/mentors/?page={chance.randint(1, 5)}",
    "filter": lambda visitor, chance: f"/mentors/?{chance.choice(FILTERS)}",
    "search": lambda visitor, chance: f"/mentors/?{urlencode({'q': chance.choice(SEARCHES)})}",
    "profile": lambda visitor, chance: f"/mentors/{chance.choice(visitor['mentors'])}/",
    "pair": lambda visitor, chance: f"/mentorships/{visitor['pair']}/",
    "letters": lambda visitor, chance: f"/mentorships/{visitor['pair']}/feedback/",
    "goals": lambda visitor, chance: f"/mentorships/{visitor['pair']}/goals/",
    "meetings": lambda visitor, chance: "/meetings/",
    "month": lambda visitor, chance: time.strftime("/meetings/%Y/%m/").replace("/0", "/"),
    "requests": lambda visitor, chance: "/requests/",
    "feed": lambda visitor, chance: f"/calendar/{visitor['feed']}.ics",
}
WRITTEN = {
    "bookmark": lambda visitor, chance: (
        f"/mentors/{chance.choice(visitor['mentors'])}/mark/kept/",
        {},
        (302,),
    ),
    "draft": lambda visitor, chance: (
        f"/mentorships/{visitor['pair']}/feedback/draft/",
        {"letter": f"Begun {chance.random()}. " + "Plain words. " * chance.randint(1, 60)},
        (204,),
    ),
    "letter": lambda visitor, chance: (
        f"/mentorships/{visitor['pair']}/feedback/write/",
        {"letter": f"Given {chance.random()}. " + "Plain words. " * chance.randint(5, 60)},
        (302,),
    ),
}
# Of a hundred requests. A letter is written while its page keeps drafts, so drafts are as frequent as they are.
SHARES = {
    "browse": 20,
    "filter": 8,
    "search": 12,
    "profile": 18,
    "home": 9,
    "pair": 8,
    "letters": 6,
    "meetings": 4,
    "month": 2,
    "requests": 2,
    "goals": 1,
    "feed": 2,
    "signed out": 2,
    "bookmark": 2,
    "draft": 3,
    "letter": 1,
}
