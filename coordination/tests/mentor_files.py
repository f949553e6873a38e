"""A sample of what a file of mentors holds."""

import pytest
from django.core.management import CommandError

from profiles.models import Member

GOOD = {
    "key": "rosa-lind",
    "name": "Rosa Lind",
    "time_zone": "Europe/Dublin",
    "country": "IE",
    "areas_of_practice": ["archives"],
    "bio": "I mend bindings.",
    "capacity": 2,
    "languages": ["en"],
    "availability": {"status": "open", "windows": ["weekends"]},
}


def refused(load, *entries, **how):
    with pytest.raises(CommandError) as error:
        load(*entries, **how)
    assert Member.objects.count() == 0
    assert "Nothing was changed." in str(error.value)
    return str(error.value)
