"""A mail server that keeps account of every mail it took, and behaves as badly as it is told to."""

import hashlib
import re
import socket
import socketserver
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

from trials.chaos.fill import LATER, NEVER
from trials.harness.processes import free_port

NUMBER = re.compile(rb"^Message-ID:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
SLOW_SECONDS = 0.05
NOT_NOW = (450, 451, 452, 432, 421)
RESET_NOW = struct.pack("ii", 1, 0)
CUT_EACH = 3
# What it says to everybody, although it is its own fault, or ours.
LIES = {
    "relay denied": "554 5.7.1 <{address}>: Relay access denied",
    "nobody there": "550 5.1.1 <{address}>: Recipient address rejected: User unknown",
    "sender rejected": "550 5.1.8 <us@chaos.example>: Sender address rejected: Domain not found",
    "just no": "550 no",
}


@dataclass(frozen=True)
class Taken:
    """One mail, as it came over the wire."""

    at: float
    address: str
    number: bytes
    digest: bytes


class HangUp(Exception):
    """Nothing more is said on this line."""


class Talk(socketserver.StreamRequestHandler):
    """As much SMTP as Django speaks."""

    def handle(self):
        """Until either side has had enough."""
        self.sink = self.server.sink
        self.sink.lines.add(self.connection)
        try:
            self._talk()
        except (HangUp, OSError, ValueError):
            pass
        finally:
            self.sink.lines.discard(self.connection)

    def _talk(self):
        self._say(220)
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"RCPT":
                self.address = line.partition(b"<")[2].partition(b">")[0].decode()
                self._say(*self.sink.answer(self.address))
            elif word == b"DATA":
                self._say(354)
                self._take(b"".join(iter(self.rfile.readline, b".\r\n")))
            else:
                self._say(221 if word == b"QUIT" else 250)

    def _take(self, mail):
        if self.sink.fault == "slow":
            time.sleep(SLOW_SECONDS)
        self._unless_half_open()
        if self.sink.take(self.address, mail):
            self._say(250)
        else:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_NOW)
            raise HangUp

    def _say(self, code, text="sink"):
        self._unless_half_open()
        self.wfile.write(f"{code} {text}\r\n".encode())
        if code in (221, 421):
            raise HangUp

    def _unless_half_open(self):
        """Half open: the line stands, and nobody speaks."""
        if self.sink.fault == "half open":
            self.sink.changed.wait()
            raise HangUp


class Door(socketserver.ThreadingTCPServer):
    """Where it listens."""

    daemon_threads = allow_reuse_address = True
    request_queue_size = 64


class Sink:
    """`taken`: every mail. `be(fault)`: down, slow, later, half open, reset, one of LIES; or well."""

    def __init__(self):
        self.port, self.fault, self.refuses = free_port(), "well", False
        self.taken, self.cut, self.lines = [], 0, set()
        self.changed, self.lock = threading.Event(), threading.Lock()
        self._open()

    def be(self, fault):
        """From now on."""
        was, self.fault = self.fault, fault
        self.changed.set()
        self.changed = threading.Event()
        if fault == "down":
            self.close()
        elif was == "down":
            self._open()

    def answer(self, address):
        """(number, text) to the name of a reader."""
        if self.fault in LIES:
            number, _space, text = LIES[self.fault].format(address=address).partition(" ")
            return int(number), text
        if self.refuses and address.startswith(NEVER):
            return 550, "5.1.1 sink"
        if self.fault == "later" and address.startswith(LATER):
            return NOT_NOW[len(address) % 2 + len(self.taken) % 4], "sink"
        return 250, "sink"

    def take(self, address, mail):
        """Keep account of it. False: the line breaks before the sender is told that it was taken."""
        number, digest = NUMBER.search(mail)[1], hashlib.sha256(mail).digest()
        with self.lock:
            self.taken.append(Taken(time.time(), address, number, digest))
            breaks = self.fault == "reset" and len(self.taken) % CUT_EACH == 0
            self.cut += breaks
        return not breaks

    def wait_for(self, count, seconds=60):
        """Until it has taken so many, or for so long."""
        until = time.monotonic() + seconds
        while len(self.taken) < count and time.monotonic() < until:
            time.sleep(0.01)

    def close(self):
        """Nobody is there any more."""
        self.door.shutdown()
        self.door.server_close()
        for line in list(self.lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _open(self):
        self.door = Door(("127.0.0.1", self.port), Talk)
        self.door.sink = self
        threading.Thread(target=self.door.serve_forever, args=(0.05,), daemon=True).start()
