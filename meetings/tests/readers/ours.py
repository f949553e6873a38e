"""What we ask of a message beyond what libical asks: the rules of P23 to P26, line by line."""

import re

ONE_EACH = ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS", "CLASS", "ORGANIZER", "ATTENDEE")
STATUS = {"REQUEST": "CONFIRMED", "CANCEL": "CANCELLED"}


def complaints(text):
    """What is wrong with a text; an empty list where nothing is."""
    found = [*_on_the_wire(text)]
    lines = unfolded(text)
    methods = [line[7:] for line in lines if line.startswith("METHOD:")]
    found += [f"METHOD {methods}"] if len(methods) != 1 else []
    found += [f"no VTIMEZONE for {zone}" for zone in _zones_used(lines) - _zones_there(lines)]
    for event in events(lines):
        found += _of_event(event, methods[0] if methods else "")
    return found


def unfolded(text):
    """The content lines."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def names(lines):
    """The name of each line: what stands before its first ; or :."""
    return [re.split("[;:]", line, maxsplit=1)[0] for line in lines]


def events(lines):
    """The lines of each VEVENT."""
    found, inside = [], False
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append([])
            inside = True
        inside = inside and line != "END:VEVENT"
        if inside:
            found[-1].append(line)
    return found


def _on_the_wire(text):
    if re.search(r"\r(?!\n)|(?<!\r)\n", text) or not text.endswith("\r\n"):
        yield "a bare CR or LF"
    long = max(len(line.encode("utf-8")) for line in text.split("\r\n"))
    if long > 75:
        yield f"a line of {long} octets"


def _zones_used(lines):
    return {found[1] for line in lines if (found := re.match(r'[A-Z-]+;TZID="?([^":;]+)', line))}


def _zones_there(lines):
    return {line[5:] for line in lines if line.startswith("TZID:")}


def _of_event(event, method):
    there = names(event)
    wrong = [f"{there.count(name)} times {name}" for name in ONE_EACH if there.count(name) != 1]
    if f"STATUS:{STATUS.get(method)}" not in event:
        wrong.append(f"another STATUS in {method}")
    return wrong + ([] if "CLASS:PRIVATE" in event else ["not private"])
