"""A mail server on this machine that takes everything, and keeps it as it came over the wire."""

import socketserver
import threading
from contextlib import contextmanager


class _Talk(socketserver.StreamRequestHandler):
    """As much SMTP as Django speaks."""

    def handle(self):
        self.wfile.write(b"220 sink\r\n")
        for line in self.rfile:
            word = line.split()[0].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.taken.append(b"".join(self._until_the_dot()))
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")

    def _until_the_dot(self):
        for line in self.rfile:
            if line == b".\r\n":
                return
            yield line.removeprefix(b".") if line.startswith(b"..") else line


@contextmanager
def sink():
    """`(port, taken)`: where it listens, and the mails as bytes."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.daemon_threads, server.taken = True, []
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1], server.taken
        server.shutdown()
