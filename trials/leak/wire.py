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
        self.heard, self.closed, self.troubles = bytearray(), False, []
        self._begin()
        threading.Thread(target=self._listen, daemon=True).start()

    def _begin(self):
        self.monitor = self.server.monitor()
        self.monitor.__enter__()

    def _listen(self):
        """Until `close`; what ends the listening before that (a line that redis-py cannot read) begins it anew."""
        while not self.closed:
            try:
                for said in self.monitor.listen():
                    if said["db"] == self.number:
                        self.heard += said["command"].encode(errors="surrogateescape") + b"\n"
            except Exception as error:
                if not self.closed:
                    self.troubles.append(repr(error))
                    self._begin()

    def close(self):
        """Stop listening."""
        self.closed = True
        with suppress(Exception):
            self.monitor.connection.disconnect()
