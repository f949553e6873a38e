"""What several tests of this room share."""

import pytest

from configuration import services
from configuration.models import TextChange
from configuration.services.history import add_changes


@pytest.fixture
def publish(coordinator):
    """`publish(name, text)`: another version is in force, as the staff site does it."""

    def save(name="terms", text="# New terms\n\nBe kind.", language="en-gb"):
        last = TextChange.objects.holding().filter(kind="policy", name=name, language=language).first()
        change = TextChange(
            kind="policy",
            name=name,
            language=language,
            text=text,
            previous=last.pk if last else 0,
            made_by=coordinator,
        )
        add_changes([change])
        return change

    return save


@pytest.fixture
def staff(staff_site, as_, coordinator):
    """The staff site, signed in as the coordinator; numbers are read from the database."""
    services.forget()
    return as_(coordinator)
