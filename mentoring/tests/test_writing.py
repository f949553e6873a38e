"""docs/writing.md: what a machine can see of it is refused, and nothing else is."""

import pytest

from scripts.wording import troubles

REFUSED = [
    "Somebody asked you",
    "We sent you a mail",
    "Read your e-mail",
    "Not just now",
    "Your wish has been heard",
    "The rhythm of your meetings",
    "Take your archive along",
    "The meeting is called off",
    "The other is told",
    "You need not answer",
    "It’s in the list",
    "Don't",
    'Say "yes"',
    "Tick the box",
    "To whoever asks",
]
TAKEN = [
    "Someone asked you by email",
    "The mail server gives the same answer",
    "who is paired with whom",
    "One of you might review the other person",
    "Either of you wrote to the other one day",
    "You’re on the list; “yes” is enough",
    '<a href="/x/">Cancel this meeting</a>',
    "Wait a moment, then try again",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_sheet_rules_out_is_named_with_the_better_word(text):
    [line] = list(troubles([text]))

    assert text in line and "docs/writing.md" in line


@pytest.mark.parametrize("text", TAKEN)
def test_natural_texts_pass(text):
    assert list(troubles([text])) == []
