"""How the list of mentors stands, for whoever watches."""

from directory.models import Listing
from mentoring.lib.registry.metrics import Metric
from profiles.models import MentorProfile


def directory_metrics():
    """How many mentors are in the list, and how many should be and are not: `rebuild_directory` mends that."""
    listed = Listing.objects.filter(listed=True)
    yield Metric("directory_listed", "Mentors in the list.", listed.count())
    missing = MentorProfile.objects.listed().exclude(pk__in=listed.values("mentor")).count()
    yield Metric("directory_missing", "Published mentors who are not in the list.", missing)
