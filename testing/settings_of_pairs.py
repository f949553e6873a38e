"""Goals for tests, set through the service like anybody's."""

from mentorships.services import goals


def set_goal(pair, title="Teach alone", *, why="", readings="", due_on=None):
    return goals.add_goal(pair, by=pair.mentee, title=title, why=why, readings=readings, due_on=due_on)
