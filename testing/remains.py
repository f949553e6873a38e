"""What must not be left of somebody who has gone, in every form in which a file may hold it; and the search."""

import base64
import io
import shutil
import sqlite3
import subprocess
from contextlib import closing, redirect_stdout

from django.core.management import call_command
from django.db import connection

from conduct.models import CaseKey
from mentorships.models import DataKey

DUMP = shutil.which("pg_dump")


def of(member):
    """{what: the forms it may take} of a member's data keys, name and addresses, before they go."""
    keys = [*DataKey.objects.filter(author=member), *CaseKey.objects.filter(author=member)]
    known = {f"key {key._meta.label} {key.pk}": _forms(bytes(key.wrapped)) for key in keys}
    words = {"address": member.email, **dict(enumerate(member.name.split()))}
    return known | {f"word {name}": [word.lower().encode()] for name, word in words.items()}


def _forms(key):
    """As bytes, and as a dump writes bytes. The search is made in small letters."""
    forms = [key, key.hex().encode(), base64.b64encode(key)]
    return [form.lower() for form in forms]


def found(known, *held):
    """The names of what is in any of these bytes."""
    small = [data.lower() for data in held]
    return {name for name, forms in known.items() if any(form in data for form in forms for data in small)}


def keys_in(names):
    """Those that are keys."""
    return {name for name in names if name.startswith("key")}


def dumps():
    """All of the database as those write it who keep a copy: by its own tool, and by `dumpdata`."""
    return [_own_dump(), _dumpdata()]


def _own_dump():
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(facts["NAME"])) as database:
            return "\n".join(database.iterdump()).encode()
    return subprocess.run([DUMP, "--dbname", url(facts["NAME"])], check=True, capture_output=True).stdout


def url(name):
    """The address of a database of the server that the tests use, or of a file."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    password = f":{facts['PASSWORD']}" if facts["PASSWORD"] else ""
    return f"postgres://{facts['USER']}{password}@{facts['HOST']}:{facts['PORT']}/{name}"


def _dumpdata():
    with redirect_stdout(io.StringIO()) as out:
        call_command("dumpdata")
    return out.getvalue().encode()
