"""Reading a CSV file row by row, whatever wrote it. Nothing of it is held in memory but the row."""

import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

from joining.reading.encoding import encoding_of

MOST_BYTES = 100 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 500
DELIMITERS = ",;\t"


class BadFile(Exception):
    """A file that cannot be read as a list of people. Carries why, in words."""


@dataclass(frozen=True)
class Table:
    """An opened file: its headings, and rows() of (number of the line, [cell, …])."""

    headings: list
    rows: object


def open_table(file):
    """The Table of a binary file that can be read from its beginning again. BadFile if it is none."""
    size = file.seek(0, io.SEEK_END)
    if size > MOST_BYTES:
        raise BadFile(_("This file is larger than %(n)d MB. Export fewer columns.") % {"n": MOST_BYTES >> 20})
    encoding = encoding_of(file)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        first = _first_line(text)
        reader = _reader(text, first)
        headings = next(reader)
    except (csv.Error, StopIteration, UnicodeError) as error:
        raise BadFile(_("This file isn’t a CSV file that we can read.")) from error
    finally:
        text.detach()  # else the file would be closed with it
    if not any(heading.strip() for heading in headings) or "\x00" in first:
        raise BadFile(_("This file isn’t a CSV file that we can read."))
    if len(headings) > MOST_COLUMNS:
        raise BadFile(_("This file has more than %(n)d columns.") % {"n": MOST_COLUMNS})
    return Table(headings, lambda: _rows(file, encoding, first))


def _first_line(text):
    """The line of the headings; empty lines before it are passed over."""
    text.seek(0)
    for line in text:
        if line.strip():
            return line
    raise BadFile(_("This file is empty."))


def _reader(text, first):
    """A reader at the line of the headings. Excel says `sep=;` in a line of its own."""
    text.seek(0)
    named = first.strip().lower()
    delimiter = named[4] if named.startswith("sep=") and len(named) > 4 else max(DELIMITERS, key=first.count)
    reader = csv.reader(text, delimiter=delimiter)
    if named.startswith("sep="):
        next(reader)
    return (cells for cells in reader if any(cell.strip() for cell in cells))


def _rows(file, encoding, first):
    """(number of the row, cells) after the headings. BadFile for more rows than an association has members."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        reader = _reader(text, first)
        next(reader)
        for number, cells in enumerate(reader, start=2):
            if number > MOST_ROWS + 1:
                raise BadFile(_("This file has more than %(n)d rows.") % {"n": MOST_ROWS})
            yield number, cells
    except csv.Error as error:
        raise BadFile(_("We can’t read this file: %(why)s.") % {"why": error}) from error
    finally:
        text.detach()
