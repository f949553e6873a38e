"""The outbox's part of the table: claiming against raw SQL, sending against one Celery task a mail."""

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import redis

from trials.harness.databases import claim_redis

ROOT = Path(__file__).resolve().parents[2]
MIGRATE = ["manage.py", "migrate", "--run-syncdb", "-v0"]


def measure(env, fresh, *, with_mail):
    """{"claim": …, "mail": …} on one database; mail takes a Redis. `fresh` empties the database."""
    found = {"claim": figures(env, "trials.bench.claim")}
    if with_mail:
        fresh()
        with empty_redis() as url:
            more = {"REDIS_URL": url, "MENTORING_PROCESS": "worker"}
            found["mail"] = figures(env | more, "trials.bench.mail")
    return found


@contextmanager
def empty_redis():
    """A number of Redis that nobody uses, and nothing left in it."""
    url = claim_redis()
    try:
        yield url
    finally:
        redis.Redis.from_url(url).flushdb()


def figures(env, module):
    """What a module prints as JSON, on a database with tables and nothing else."""
    for command in (MIGRATE, ["-m", module]):
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True
        )
    return json.loads(done.stdout)


def show(store, found):
    """The lines of one database; a ratio has its goal beside it."""
    claim = found["claim"]
    print(f"\n{store}: the outbox, 50,000 due among 500,000 mails, in batches of 1,000")
    for name in ("raw", "claim", "claim and read"):
        print(f"{name:28} {claim[name]:8.2f} s")
    print(f"{'save() one by one':28} {claim['save']:8.1f} s (2,000 of them, times 25)")
    print(
        f"claim: {claim['claim'] / claim['raw']:.2f} x raw (at most 6, then 2), with the words "
        f"{claim['claim and read'] / claim['raw']:.2f} x; save() {claim['save'] / claim['claim']:.0f} x "
        f"claim (at least 8, then 25); grown by {claim['megabytes']} MB"
    )
    if "mail" not in found:
        print("Redis does not answer: sending was left out (TEST_REDIS_URL).")
        return
    mail = found["mail"]
    rates = {name: mail["mails"] / mail[name] for name in ("plain", "outbox")}
    print(f"{'one task a mail':28} {rates['plain']:8.0f} mails/s")
    print(f"{'outbox':28} {rates['outbox']:8.0f} mails/s")
    print(
        f"outbox: {rates['outbox'] / rates['plain']:.2f} x one task a mail (at least 1.5, then 2.7); "
        f"one message for {mail['mails_in_all'] / mail['messages']:,.0f} mails (at least 100, then 1,000)"
    )
