"""An answer within a mentorship, and where it is shared."""

import pytest
from django.urls import reverse

from testing.worksheets import write


@pytest.fixture
def answer(mentee, pair):
    """Within the mentorship."""
    return write(mentee, "I would like to teach", "Another answer", mentorship=pair)[0]


@pytest.fixture
def url(answer):
    return reverse("answer_share", args=[answer.code])


@pytest.fixture
def theirs(pair):
    """Where the two see what is shared."""
    return reverse("pair_worksheets", args=[pair.code])
