"""A server of the standard library, running beside a test."""

import threading
from contextlib import contextmanager


@contextmanager
def running(server):
    """The server, in a thread, until the test is over."""
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
