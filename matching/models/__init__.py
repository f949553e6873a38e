"""Requests, what is said about them, and the mentors a member has put aside or kept."""

from matching.models.marks import Mark
from matching.models.requests import MOVES, MentorRequest, RequestMessage, Status

__all__ = ["MOVES", "Mark", "MentorRequest", "RequestMessage", "Status"]
