"""What has changed between two versions of a policy, paragraph by paragraph."""

from difflib import SequenceMatcher


def changed_passages(before, now):
    """(added, removed): the paragraphs that only the second text has, and those that only the first one had."""
    old, new = _paragraphs(before), _paragraphs(now)
    added, removed = [], []
    for step, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step != "equal":
            removed += old[i1:i2]
            added += new[j1:j2]
    return added, removed


def _paragraphs(text):
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
