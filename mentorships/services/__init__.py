"""The verbs of a mentorship. Its life here; what the two write in modules beside it."""

from mentorships.services.life import AlreadyPaired, MentorshipMoveNotAllowed, begin, end, pause, rest, resume

__all__ = ["AlreadyPaired", "MentorshipMoveNotAllowed", "begin", "end", "pause", "rest", "resume"]
