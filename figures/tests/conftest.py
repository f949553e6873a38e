import pytest


@pytest.fixture
def key(settings):
    """This process as the worker: it has the key."""
    settings.FIGURES_KEY = "only-for-tests-" * 5
    return settings.FIGURES_KEY
