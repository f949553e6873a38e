"""One row of a file as one person: the columns we know, cleaned, and nothing else."""

from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils.translation import gettext as _
from django_countries import countries

from joining.models.roster import LENGTHS
from joining.reading.dates import read_date
from mentoring.lib.addresses import canonical_address
from mentoring.lib.text import tidy
from profiles.names import validate_name

NO = {"", "0", "no", "false", "n"}


@dataclass
class ReadRow:
    """What a row says. `state` is as it stands there.

    `errors` say in words why a row cannot be used, and `wrong` names the fields that they are about.
    """

    number: int
    external_id: str = ""
    email: str = ""
    name: str = ""
    preferred_name: str = ""
    job_title: str = ""
    employer: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    language: str = ""
    state: str | None = None  # None: the file has no such column
    paid_through: date | None = None
    errors: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    def cannot_use(self, name, why):
        """Note that a field cannot be used, and why."""
        self.wrong.append(name)
        self.errors.append(why)

    def as_json(self):
        """The row as JSON knows it."""
        paid = self.paid_through
        return {**asdict(self), "paid_through": paid and paid.isoformat()}

    @classmethod
    def from_json(cls, data):
        """The row of `as_json`."""
        paid = data["paid_through"]
        return cls(**{**data, "paid_through": date.fromisoformat(paid) if paid else None})


def read_row(number, cells, mapping, *, day_first):
    """A ReadRow; None for a row that the file itself calls a test."""
    given = {name: tidy(cells[place]) if place < len(cells) else "" for name, place in mapping.items()}
    given = {name: " ".join(text.split()) for name, text in given.items()}
    if given.get("test", "").lower() not in NO:
        return None
    row = ReadRow(number, state=given["state"][:60] if "state" in given else None)
    for name in ("job_title", "employer", "city", "region", "preferred_name", "external_id"):
        setattr(row, name, given.get(name, "")[: LENGTHS[name]])
    row.country = _country(given.get("country", ""))
    row.language = given.get("language", "")[: LENGTHS["language"]].lower()
    _read_name(row, given)
    _read_address(row, given.get("email", ""))
    _read_date(row, given.get("paid_through", ""), day_first)
    return row


def _read_name(row, given):
    parts = (given.get("first_name", ""), given.get("last_name", ""))
    row.name = (" ".join(filter(None, parts)) or given.get("full_name", ""))[: LENGTHS["name"]]
    if not row.name:
        row.cannot_use("name", _("no name"))
    else:
        try:
            validate_name(row.name)
        except ValidationError:
            row.cannot_use("name", _("“%(text)s” isn’t a name") % {"text": row.name[:40]})


def _read_address(row, typed):
    row.email = canonical_address(typed)
    if not typed:
        row.cannot_use("email", _("no email address"))
        return
    try:
        validate_email(row.email)
        MaxLengthValidator(LENGTHS["email"])(row.email)
    except ValidationError:
        row.cannot_use("email", _("“%(text)s” isn’t an email address") % {"text": typed[:60]})


def _read_date(row, text, day_first):
    try:
        row.paid_through = read_date(text, day_first=day_first)
    except ValueError:
        row.cannot_use("paid_through", _("“%(text)s” isn’t a date") % {"text": text[:40]})


@lru_cache(maxsize=1000)
def _country(text):
    """The two letters of a country by its code or its English name; empty for what is none.

    Kept: a look-up goes through all countries, and a file repeats a few.
    """
    if not text:
        return ""
    if len(text) == 2 and countries.name(text.upper()):
        return text.upper()
    return countries.by_name(text, insensitive=True) or _OTHER_NAMES.get(text.lower(), "")


_OTHER_NAMES = {"usa": "US", "united states": "US", "uk": "GB", "great britain": "GB", "england": "GB"}
