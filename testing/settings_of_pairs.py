"""Goals for tests, set through the service like anybody's."""

from mentorships.services import goals


def set_goal(pair, title="Teach alone", **facts):
    facts = {"why": "", "readings": "", "due_on": None, **facts}
    return goals.add_goal(pair, by=pair.mentee, title=title, **facts)
