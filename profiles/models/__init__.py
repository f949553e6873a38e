"""People, what mentors offer, and the words both use."""

from profiles.models.acceptance import PolicyAcceptance
from profiles.models.access_log import AccessedObject, AccessLogEntry
from profiles.models.member import Member
from profiles.models.mentor import MentorProfile
from profiles.models.vocabulary import Term, TermLabel, VocabularyVersion

__all__ = [
    "AccessLogEntry",
    "AccessedObject",
    "Member",
    "MentorProfile",
    "PolicyAcceptance",
    "Term",
    "TermLabel",
    "VocabularyVersion",
]
