"""The archive as a stream of bytes: a ZIP with each part as JSON and as readable HTML.

Made while it is sent: no file is left anywhere, and memory does not grow with what is in it.
"""

import json
import zoneinfo
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string
from django.utils import timezone, translation

from privacy.export.parts import parts


class Outlet:
    """What the ZIP is written to: holds only what has not been sent yet."""

    def __init__(self):
        self.waiting = []

    def write(self, data):
        """Take some bytes."""
        self.waiting.append(bytes(data))
        return len(data)

    def flush(self):
        """Nothing to do: `taken` empties it."""

    def taken(self):
        """What has come since the last time."""
        data, self.waiting = b"".join(self.waiting), []
        return data


def archive(member, told=lambda done: None):
    """Yield the bytes. `told(done)` is called with the number of rows written so far."""
    outlet, done = Outlet(), 0
    # The page has been answered by now, and with it the reader's language and zone are gone.
    with translation.override(member.language), timezone.override(_zone(member)):
        with ZipFile(outlet, "w", ZIP_DEFLATED) as zipped:
            for name, lines in _files(member):
                with zipped.open(name, "w") as file:
                    for line in lines:
                        file.write(line.encode())
                        done += 1
                        told(done)
                        if data := outlet.taken():
                            yield data
        yield outlet.taken()


def _zone(member):
    return zoneinfo.ZoneInfo(member.time_zone)


def _files(member):
    found = list(parts(member))
    yield "index.html", [render_to_string("privacy/export/index.html", {"parts": found})]
    for part in found:
        yield part.data, _as_json(part)
        yield f"{part.name}.html", _as_html(part)


def _as_json(part):
    yield "[\n"
    for number, row in enumerate(part.rows()):
        yield (",\n" if number else "") + json.dumps(row, ensure_ascii=False, indent=1)
    yield "\n]\n"


def _as_html(part):
    yield render_to_string("privacy/export/_head.html", {"title": part.title})
    for row in part.rows():
        yield render_to_string("privacy/export/_row.html", {"row": row})
    yield "</body></html>\n"
