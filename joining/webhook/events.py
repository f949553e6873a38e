"""What the body of a webhook says: read as a row of a file is, and reduced to the same columns."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.dateparse import parse_datetime

from joining.models import EventType
from joining.models.roster import LENGTHS
from joining.reading.dates import SLASHED
from joining.reading.headings import folded, matched
from joining.reading.person import ReadRow, read_row
from joining.webhook.signature import WINDOW
from mentoring.lib.text import tidy

LARGEST = 256 * 1024
MOST_FIELDS = 99
MOST_FORMER = 50
LONGEST_NUMBER = LENGTHS["external_id"]
NOT_KEPT = ("number", "errors", "wrong")
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# Of member.merged: the numbers that this person had before, or the number of the person that this one now is.
FORMER = {"formerids", "formerid", "formernumbers", "formernumber", "mergedfrom", "mergedids"}
INTO = {"mergedinto", "mergedintoid"}


class BadEvent(Exception):
    """A body that cannot be meant. Carries why: names of our fields, never a value or a key that was sent."""


class NotUsed(Exception):
    """A body that is all right, and nothing to us: another type, or a test."""


@dataclass(frozen=True)
class ReadEvent:
    """An event: its EventType, when it happened, and `data` {field of ReadRow: value, "former_ids": [number, …]}."""

    type: str
    occurred_at: datetime
    data: dict


def read_event(body, *, sent_at):
    """The ReadEvent of a body (bytes). BadEvent; NotUsed. `sent_at` is when it happened if the body does not say."""
    given = _object(body)
    kind, data = given.get("type"), given.get("data")
    if not isinstance(kind, str):
        raise BadEvent("type: expected a text")
    if kind not in EventType.values:
        raise NotUsed("this type isn't used here")
    if not isinstance(data, dict):
        raise BadEvent("data: expected an object")
    if len(data) > MOST_FIELDS:
        raise BadEvent(f"data: more than {MOST_FIELDS} fields")
    row, former = _row(data), []
    if kind == EventType.MERGED:
        row, former = _merged(row, data)
    if not (row.external_id or row.email):
        raise BadEvent("data: expected a membership number or an email address")
    kept = {name: value for name, value in row.as_json().items() if name not in NOT_KEPT}
    return ReadEvent(kind, _moment(given, sent_at), {**kept, "former_ids": former})


def _merged(row, data):
    """(the row of whoever is left, their former numbers)."""
    former = _numbers(data, FORMER)
    if into := _numbers(data, INTO):
        # The other facts are of the record that is gone.
        former, row = [*former, row.external_id], ReadRow(0, external_id=into[0])
    former = [number for number in dict.fromkeys(former) if number not in ("", row.external_id)]
    if not (former and row.external_id):
        raise BadEvent("data: expected a membership number, and former_ids or merged_into")
    return row, former


def _object(body):
    try:
        given = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadEvent("expected JSON in UTF-8") from None
    if not isinstance(given, dict):
        raise BadEvent("expected a JSON object")
    return given


def _no_number(name):
    raise ValueError(name)


def _moment(given, sent_at):
    """When it happened: the sender's `timestamp`, which cannot be later than when it was sent."""
    stated = given.get("timestamp")
    if stated is None:
        return sent_at
    try:
        found = parse_datetime(stated)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found = found.astimezone(UTC)
    except (TypeError, ValueError, AttributeError, OverflowError):
        raise BadEvent("timestamp: expected one like 2027-01-31T09:30:00Z") from None
    if not EARLIEST <= found <= sent_at + WINDOW:
        raise BadEvent("timestamp: before the year 2000, or in the future")
    return found


def _row(data):
    mapping = matched(list(data))
    values = list(data.values())
    cells = [""] * len(values)
    for field, place in mapping.items():
        cells[place] = _text(values[place], field)
    row = read_row(0, cells, mapping, day_first=False)
    if row is None:
        raise NotUsed("this is a test")
    if "paid_through" in mapping and SLASHED.match(cells[mapping["paid_through"]].strip()):
        row.wrong.append("paid_through")  # one date alone does not tell whether it begins with the day
    if wrong := sorted({name for name in row.wrong if name == "paid_through" or getattr(row, name)}):
        raise BadEvent(f"data: can't be read: {', '.join(wrong)}")
    return row


def _text(value, field):
    if value is None:
        return ""
    if isinstance(value, int) and abs(value) < 10**18:
        return str(value)
    if not isinstance(value, str) or "\x00" in value:
        raise BadEvent(f"data: expected a text: {field}")
    return value


def _numbers(data, names):
    """The membership numbers in the first of these fields: one, or a list."""
    found = next((value for key, value in data.items() if folded(key) in names), None)
    numbers = found if isinstance(found, list) else [found]
    if len(numbers) > MOST_FORMER:
        raise BadEvent(f"data: more than {MOST_FORMER} former numbers")
    texts = (" ".join(tidy(_text(number, "former_ids")).split()) for number in numbers)
    return [text[:LONGEST_NUMBER] for text in texts if text]
