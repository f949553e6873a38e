"""A programme of its own, in this process: two write to each other, then one of them leaves.

`python -m testing.leaving FOLDER [unwiped]`, with VAR and the other settings in the environment. The
files of the database are copied as they lie while the site runs: to FOLDER/before, to FOLDER/closed, and to
FOLDER/later, when mails have been sent and forgotten. The last line says what must not be in them.
"""

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import django
from django.conf import settings


def main(folder, *how):
    """Write, leave, look three times."""
    _begin()
    from mail.outgoing import outbox
    from mentoring.lib import sqlite_cleanup
    from privacy import account_closure, jobs, retention
    from testing import remains

    if "unwiped" in how:
        sqlite_cleanup.clean_up = lambda **_how: True
    leaver = _written()
    known = remains.of(leaver)
    _seize(f"{folder}/before")
    account_closure.request_closure(leaver, leave_words=False)
    assert account_closure.finish_due_closures(django.utils.timezone.now() + timedelta(days=15)) == 1
    _seize(f"{folder}/closed")
    outbox.drain()
    retention.apply_retention(django.utils.timezone.now() + timedelta(days=31))
    jobs.run()
    _seize(f"{folder}/later")
    known |= {"dumps": list(remains.found(known, *remains.dumps()))}
    print(json.dumps(known, default=lambda form: form.hex()))


def _begin():
    django.setup()
    from django.core.management import call_command

    from mentoring.lib.vault import keyring

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    keyring.create_ring(settings.CONFIDENTIAL_KEYRING)
    keyring.create_ring(settings.CASE_KEYRING)
    call_command("migrate", verbosity=0)


def _written():
    """A mentor in the list, who has written and been written to, and has asked for help."""
    import factories
    from conduct.models import CaseKind
    from conduct.services import close_case, open_case
    from testing.private_texts import write_all

    mentor = factories.mentor(
        name="Zebulonia Quarkington",
        email="z.quarkington@quark.example",
        city="Cork",
        bio="I describe seed packets.",
    ).member
    write_all(mentor, factories.member(name="Amina Otieno"))
    close_case(open_case(member=mentor, kind=CaseKind.HELP, text="please"))
    return mentor


def _seize(folder):
    Path(folder).mkdir(parents=True)
    for file in Path(settings.VAR).glob("mentoring.sqlite3*"):
        shutil.copy(file, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
