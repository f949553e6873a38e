"""A file taken over in one go, as the worker and a coordinator do it together."""

import pytest

from joining import importing
from joining.models import ImportState
from joining.staging import decide_import, stage_file


@pytest.fixture
def take_in(db):
    """take_in(file) stages, checks and takes over a binary file; the RosterImport as it is then."""

    def take(file, name="members.csv", **options):
        an_import = stage_file(file, name=name, **options)
        importing.check_import(an_import)
        decide_import(an_import, ImportState.CONFIRMED)
        an_import.refresh_from_db()
        importing.apply_import(an_import)
        an_import.refresh_from_db()
        return an_import

    return take
