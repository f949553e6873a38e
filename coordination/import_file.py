"""Reading a JSON file of mentors: whichever way it was saved, or the line on which it cannot be read."""

import json

MOST_BYTES = 50 * 1024 * 1024


class BadFile(Exception):
    """A file that cannot be taken in. `args[0]` is a list of lines, one for each reason."""


def read_entries(path):
    """The list of objects under “mentors”. BadFile says what is wrong, and where."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile([f"{path}: larger than 50 MB."])
        content = path.read_bytes()
    except OSError as error:
        raise BadFile([f"{path}: {error.strerror}."]) from None
    except ValueError:
        raise BadFile([f"{str(path)!r}: not the name of a file."]) from None
    return _entries(_parsed(_decoded(content, path), path), path)


def _decoded(content, path):
    """The text, of UTF-8, UTF-16 or UTF-32, with or without the mark at its beginning.

    No other encoding is guessed: a wrong guess would write names wrongly.
    """
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        name = encoding.removesuffix("-sig").upper()
        raise BadFile(
            [f"{path}, line {line}: a letter that is not {name}. Save the file as UTF-8, then try again."]
        ) from None


def _parsed(text, path):
    try:
        return json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadFile([f"{path}, {where}: not JSON ({error.msg})."]) from None
    except RecursionError:
        raise BadFile([f"{path}: lists within lists, deeper than can be read."]) from None
    except ValueError as error:
        raise BadFile([f"{path}: {error}."]) from None


def _each_once(pairs):
    """ValueError for a name that stands twice in one object: one of the two would be lost."""
    entry = dict(pairs)
    if len(entry) < len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(f"{max(names, key=names.count)!r} stands twice in the entry {entry.get('key')!r}")
    return entry


def _entries(content, path):
    entries = content.get("mentors") if isinstance(content, dict) else content
    if not isinstance(entries, list):
        raise BadFile([f"{path}: expected a list of mentors under “mentors”."])
    odd = [number for number, entry in enumerate(entries, start=1) if not isinstance(entry, dict)]
    if odd:
        raise BadFile([f"{path}, mentor {number}: expected an object, in braces." for number in odd])
    return entries
