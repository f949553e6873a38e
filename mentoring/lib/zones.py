"""The time zones of the IANA database, each place under one name."""

from functools import cache
from importlib.resources import files

UNIVERSAL = "UTC"
# Old names whose place has a name of its own; the database links them to a neighbour with the same clock.
RENAMED = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Iceland": "Atlantic/Reykjavik",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}


def canonical_zone(name):
    """The one name of the zone that `name` means, old names included; None for what is no place's zone."""
    while name not in zone_names() and name in _links():
        name = _links()[name]
    if name in ("Etc/UTC", "Etc/GMT"):
        return UNIVERSAL
    return name if name == UNIVERSAL or name in zone_names() else None


def zone_names():
    """The names of today: one for each place where clocks are or were set differently."""
    return _countries().keys()


def country_of_zone(name):
    """The code of the country that a zone's place lies in; empty for what is no place's zone."""
    return _countries().get(canonical_zone(name), "")


def place_of_zone(name):
    """Its place as people say it: `Nairobi` of `Africa/Nairobi`."""
    return name.rpartition("/")[2].replace("_", " ")


@cache
def _countries():
    lines = _database("zone.tab").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _links():
    """{old name: what it is called now, or another old name}."""
    links = (line.split() for line in _database("tzdata.zi").splitlines() if line.startswith("L "))
    return {old: new for _letter, new, old in links} | RENAMED


def _database(name):
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
