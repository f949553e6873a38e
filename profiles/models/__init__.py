"""People, what mentors offer, the words both use, and the list they are found in."""

from profiles.models.access_log import AccessedObject, AccessLogEntry
from profiles.models.listing import Directory, Listing, SearchWord
from profiles.models.member import Member
from profiles.models.mentor import MentorProfile
from profiles.models.vocabulary import Term

__all__ = [
    "Directory",
    "Listing",
    "AccessLogEntry",
    "AccessedObject",
    "Member",
    "MentorProfile",
    "SearchWord",
    "Term",
]
