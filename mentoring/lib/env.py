"""Typed readers of the environment: an odd value stops the start with one clear line."""

import base64
import os
import re
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from fido2.rpid import verify_rp_id

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


class OddSetting(SystemExit):
    """A setting that cannot be meant. Ends the process: the message is the whole output."""

    def __init__(self, name, why):
        super().__init__(f"{name}: {why}")


def text(name, default=""):
    """The variable as typed, without surrounding space."""
    return os.environ.get(name, default).strip()


def line(name, default="", *, longest=200):
    """One line of text for people to read."""
    value = text(name, default)
    if len(value) > longest or not value.isprintable():
        raise OddSetting(name, f"expected one line of at most {longest} characters")
    return value


def flag(name, *, default=False):
    """A yes or a no."""
    value = text(name, str(default)).lower()
    if value not in TRUE | FALSE:
        raise OddSetting(name, f"expected yes or no, found {value!r}")
    return value in TRUE


def folder(name):
    """A folder, made if it is not there and writable by this process; None if the variable is not set."""
    if not text(name):
        return None
    path = Path(text(name))
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise OddSetting(name, f"cannot make the folder {path}: {error.strerror}") from None
    if not os.access(path, os.W_OK):
        raise OddSetting(name, f"cannot write into the folder {path}")
    return path


def choice(name, choices, default):
    """One of a few words."""
    value = text(name, default) or default
    if value not in choices:
        raise OddSetting(name, f"expected one of {', '.join(choices)}, found {value!r}")
    return value


def names(name, default=""):
    """A list, separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def number(name, default):
    """A whole number above 0."""
    value = text(name, str(default)) or str(default)
    if not (value.isascii() and value.isdigit()) or int(value) < 1:
        raise OddSetting(name, f"expected a number above 0, found {value!r}")
    return int(value)


def count(name, default=0):
    """A whole number."""
    value = text(name, str(default)) or str(default)
    if not (value.isascii() and value.isdigit()):
        raise OddSetting(name, f"expected a number, found {value!r}")
    return int(value)


def rising_numbers(name, default):
    """As many numbers above 0 as in `default` (a tuple), separated by commas, each larger than the one before."""
    typed = names(name)
    if not typed:
        return default
    good = all(part.isascii() and part.isdigit() for part in typed) and len(typed) == len(default)
    numbers = [0, *map(int, typed)] if good else []
    if not good or any(later <= earlier for earlier, later in zip(numbers, numbers[1:], strict=False)):
        example = ",".join(map(str, default))
        raise OddSetting(name, f"expected {len(default)} rising numbers like {example}, found {text(name)!r}")
    return tuple(numbers[1:])


def site(name, default):
    """An address such as https://mentoring.example.org, without a path."""
    value = text(name, default).rstrip("/") or default
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise OddSetting(name, f"expected an address like https://example.org, found {value!r}")
    return value


def domain(name, sites, own):
    """A domain that all of these addresses are in, as browsers understand it for passkeys.

    Without the variable it is the host of the first, if the others are in it; else the host of `own`, the site of this
    process: then each site has passkeys of its own.
    """
    hosts = [urlsplit(site).hostname for site in sites]
    value = text(name).lower()
    if not value:
        return hosts[0] if _serves(hosts[0], hosts) else urlsplit(own).hostname
    if not _serves(value, hosts):
        why = f"expected a domain that {' and '.join(sorted(set(hosts)))} are both in, found {value!r}"
        raise OddSetting(name, why)
    return value


def _serves(domain, hosts):
    written = re.fullmatch(r"[a-z0-9.-]+", domain)
    return bool(written) and all(verify_rp_id(domain, f"https://{host}") for host in hosts)


def address(name, default=""):
    """An e-mail address, or an empty text where there is none."""
    value = text(name, default)
    if value and not re.fullmatch(r"[^@\s<>\"?&]+@[^@\s<>\"?&]+", value):
        raise OddSetting(name, f"expected an address like grace@example.org, found {value!r}")
    return value


def picture(name):
    """A picture of this site: /static/grace.jpg, or grace.jpg for the same; or an empty text."""
    value = text(name)
    if urlsplit(value).scheme or value.startswith("//"):
        raise OddSetting(name, "expected a path of this site: browsers may not fetch from elsewhere")
    return value if not value or value.startswith("/") else f"/static/{value}"


def redis(name):
    """A Redis address, or an empty text where none is used."""
    value = text(name)
    if value and urlsplit(value).scheme not in {"redis", "rediss", "unix"}:
        raise OddSetting(name, "expected an address like redis://127.0.0.1:6379/0")
    return value


def secret(name, path):
    """A secret from the environment, or from a private file made when first needed."""
    value = text(name)
    if value:
        if len(value) < 50:
            raise OddSetting(name, "shorter than 50 characters")
        return value
    return _kept_secret(Path(path))


def _kept_secret(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def imap(name):
    """A mailbox from imaps://user:word@host:993/INBOX (imap:// on this machine): a dict, or None."""
    value = text(name)
    parts = urlsplit(value)
    if not value:
        return None
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        raise OddSetting(name, "expected imaps://user:password@host/INBOX")
    return {
        "ssl": parts.scheme == "imaps",
        "host": parts.hostname,
        "port": parts.port or (993 if parts.scheme == "imaps" else 143),
        "user": unquote(parts.username),
        "password": unquote(parts.password or ""),
        "folder": unquote(parts.path.strip("/")) or "INBOX",
    }


def token(name):
    """A shared secret of 32 characters or more, or an empty text where none is used."""
    value = text(name)
    if value and len(value) < 32:
        raise OddSetting(name, "shorter than 32 characters")
    return value


def webhook_secrets(name):
    """The keys (bytes) of secrets like whsec_MfKQ9r8G…, separated by commas; an empty tuple where none is used."""
    keys = []
    for typed in names(name):
        try:
            keys.append(base64.b64decode(typed.removeprefix("whsec_"), validate=True))
        except ValueError:
            keys.append(b"")
        if not typed.startswith("whsec_") or not 24 <= len(keys[-1]) <= 64:
            why = "expected whsec_ and 24 to 64 bytes in base64, several of these separated by commas"
            raise OddSetting(name, why)
    return tuple(keys)


def mail(name, default):
    """Django's mail settings from smtp://user:word@host:587?tls=1, file:folder or console:."""
    value = text(name, default) or default
    parts = urlsplit(value)
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "mentoring.lib.mailfiles.Backend",
            "EMAIL_FILE_PATH": parts.path.removeprefix("//"),
        }
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme in {"smtp", "smtps"} and parts.hostname:
        return _smtp(parts)
    raise OddSetting(name, "expected smtp://host:port, smtps://host:port, file:folder or console:")


def _smtp(parts):
    query = parse_qs(parts.query)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": query.get("tls", ["0"])[0] in TRUE,
        "EMAIL_TIMEOUT": 20,
    }
