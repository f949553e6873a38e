"""The invented mentors of `sample_mentors.json`, taken in as an operator would."""

from contextlib import contextmanager

from django.db import transaction

from coordination.importing import load_file
from directory.facet_index import forget_index
from profiles.vocabulary import DATA

SAMPLES = DATA.parent / "sample_mentors.json"


@contextmanager
def mentors_of(*files):
    """The mentors of these files in the list; undone afterwards. The database has to be open."""
    forget_index()
    with transaction.atomic():
        for file in files:
            load_file(file)
        yield
        transaction.set_rollback(True)
