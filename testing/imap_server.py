"""A mailbox on Dovecot, Debian's IMAP server, in a folder of its own: `with mailbox(folder) as box`."""

import getpass
import grp
import os
import pwd
import shutil
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path

BRINGS = "apt-get install dovecot-imapd"
PATIENCE_SECONDS = 20
PASSWORD = "kept-by-the-worker"
SETTINGS = """
base_dir = {at}/run
state_dir = {at}/run
log_path = {at}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {server}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{at}/mail
first_valid_uid = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={at}/mail
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""


def dovecot():
    """The path of the server, or None."""
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")


class Box:
    """What MAIL_INBOX would say (`settings`), and what lies in the mailbox."""

    def __init__(self, at, port, owner):
        self.at, self.owner = at, owner
        self.settings = {
            "host": "127.0.0.1",
            "port": port,
            "ssl": False,
            "user": "meetings",
            "password": PASSWORD,
            "folder": "INBOX",
        }
        self.put_in = self.count = 0  # ever, and since it was last emptied

    def put(self, raw):
        """A mail (bytes) comes in."""
        self.put_in, self.count = self.put_in + 1, self.count + 1
        file = self.at / "mail" / "new" / f"{self.put_in:04d}.mail"
        file.write_bytes(raw)
        os.chown(file, self.owner.pw_uid, self.owner.pw_gid)

    def clear(self):
        """Take out whatever there is."""
        for folder in ("new", "cur"):
            for mail in (self.at / "mail" / folder).iterdir():
                mail.unlink()
        self.count = 0

    def unread(self):
        """How many mails nobody has marked as read."""
        names = [one.name for one in (self.at / "mail" / "cur").iterdir()]
        seen = [name for name in names if "S" in name.rpartition(",")[2]]
        return self.count - len(seen)


@contextmanager
def mailbox(at):
    """A server that runs, with one mailbox."""
    at = Path(at)
    root = os.geteuid() == 0
    owner = pwd.getpwnam("nobody" if root else getpass.getuser())  # it opens no mail of root
    for name in ("new", "cur", "tmp"):
        (at / "mail" / name).mkdir(parents=True)
    for one in (at, at / "mail", *(at / "mail").iterdir()):
        os.chown(one, owner.pw_uid, owner.pw_gid)
    port = _free_port()
    group = "dovecot" if root else grp.getgrgid(owner.pw_gid).gr_name
    server, login = ("dovecot", "dovenull") if root else (owner.pw_name, owner.pw_name)
    written = SETTINGS.format(
        at=at, owner=owner, port=port, password=PASSWORD, server=server, login=login, group=group
    )
    (at / "dovecot.conf").write_text(written)
    process = subprocess.Popen([dovecot(), "-F", "-c", at / "dovecot.conf"])
    try:
        _wait_for(port, at / "log")
        yield Box(at, port, owner)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _free_port():
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _wait_for(port, log):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(log.read_text() if log.exists() else "Dovecot said nothing.")
