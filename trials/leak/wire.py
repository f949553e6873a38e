"""Everything that is ever sent to one Redis number, listened to from the first byte."""

import threading
from contextlib import suppress
from urllib.parse import urlsplit

import redis


class Wire:
    """Listens with MONITOR; `heard` is every command so far, as bytes."""

    def __init__(self, url):
        self.number = int(urlsplit(url).path.strip("/") or 0)
        self.server = redis.Redis.from_url(url)
        self.heard = bytearray()
        self.monitor = self.server.monitor()
        self.monitor.__enter__()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with suppress(Exception):  # the connection ends when the run does
            for said in self.monitor.listen():
                if said["db"] == self.number:
                    self.heard += said["command"].encode(errors="surrogateescape") + b"\n"

    def close(self):
        """Stop listening."""
        with suppress(Exception):
            self.monitor.connection.disconnect()
