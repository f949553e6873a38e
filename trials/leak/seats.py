"""Who sits where in a world: people signed in at its sites, and what none of them may be shown."""

import redis

from trials.leak.inside.cast import PASSWORD
from trials.leak.visitor import Visitor

WRONG_TRIES = "*allauth*"


class Seats:
    """The part of a world that has to do with people. Needs `ports`, `people`, `codes`, `redis_url`."""

    def as_(self, role, site="member"):
        """Somebody signed in at one of the sites, in the same seat each time."""
        seat = self.seats.get((role, site))
        if seat is None:
            seat = self.seats[role, site] = Visitor(self.ports[site], who=f"{role} on {site} site")
            self.sign_in(seat, role, site)
        return seat

    def sign_in(self, seat, role, site="member"):
        """By password. True if it worked; whether somebody may is for the ways to find out."""
        self.forgive()
        if role == "anonymous":
            return False
        enter = seat.sign_in_staff if site == "staff" else seat.sign_in
        return enter(self.people[role]["email"], PASSWORD)

    def move_to(self, port):
        """Everybody at the member site goes on at another process of it."""
        for (_role, site), seat in self.seats.items():
            if site == "member":
                seat.port, seat.connection = port, None

    def codes_not_in(self, path):
        """The codes of the two's rows, but for those somebody typed into the address themselves."""
        return tuple(code for code in self.codes.values() if code not in path)

    def signs(self, path, seat):
        """What else no page may hold that is not for the two: their rows' codes, the mentee's name."""
        names = () if "staff" in seat.who else (self.people["mentee"]["name"], self.people["mentee"]["email"])
        return self.codes_not_in(path) + names

    def forgive(self):
        """Forget counted tries: many people come from one address here."""
        if self.redis_url:
            server = redis.Redis.from_url(self.redis_url)
            for key in server.scan_iter(WRONG_TRIES):
                server.delete(key)
