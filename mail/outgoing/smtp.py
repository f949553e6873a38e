"""The connection to the mail server: opened when it is needed, kept as long as it holds."""

from contextlib import suppress

from django.core.mail import get_connection

from mail.outgoing import smtp_errors

MAX_FAULTS = 2


class SmtpSession:
    """One connection for many mails. `dead` after two faults in a row: the server will not have us.

    One fault alone may be the doing of a single mail that the server chokes on, so the next mail
    gets a new line. A server that accepts and never answers is a fault after EMAIL_TIMEOUT.
    """

    def __init__(self):
        self.backend, self.faults = get_connection(), 0
        self.last_error = None  # the last fault of the server

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.hang_up()

    @property
    def dead(self):
        """Whether to leave it for now."""
        return self.faults >= MAX_FAULTS

    def send(self, mail):
        """One mail, on the open line or on a new one."""
        self._open()
        try:
            self.backend.send_messages([mail])
        except Exception as error:
            if smtp_errors.is_server_error(error):
                self._fault(error, 1)
            raise
        self.faults = 0

    def _open(self):
        try:
            self.backend.open()
        except OSError as error:
            self._fault(error, MAX_FAULTS)  # no mail had any part in it
            raise

    def _fault(self, error, count):
        self.faults, self.last_error = self.faults + count, error
        self.hang_up()

    def hang_up(self):
        """The next mail gets a new line."""
        with suppress(OSError):
            self.backend.close()
