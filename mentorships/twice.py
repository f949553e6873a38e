"""A double click is one wish: see mentoring.lib.twice."""

from mentoring.lib.twice import just_said

__all__ = ["just_said"]
