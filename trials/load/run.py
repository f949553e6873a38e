"""`make loadtest`: mixed journeys at a steady rate on the site as it is deployed; times, mistakes, memory, connections.

PostgreSQL and Redis, gunicorn with the workers of deploy/systemd, a worker with beat, and the visitors, all on this
machine. `ARGS="--seconds 1800 --rate 10"` for a soak. Writes `var/loadtest.json`.

Exit code 0: every goal is met. 1: one is missed. 2: PostgreSQL or Redis is missing.
"""

import argparse
import json
import os
import sys
from contextlib import ExitStack

import redis

from trials.harness import environment
from trials.harness.databases import Database, claim_redis, create_database
from trials.harness.processes import BIN, Process, free_port, worker_command
from trials.harness.workspace import Workspace
from trials.load.report import faults, figures
from trials.load.visitors import Visitors
from trials.load.watching import Watch

WARM_UP_SECONDS = 10
WORKERS, THREADS = 3, 4  # as in deploy/systemd/mentoring-member.service


def main(arguments):
    """The tables, the file, the exit code."""
    missing = environment.missing_services()
    if missing:
        print("Did not run, for want of:", *missing, sep="\n  ")
        return 2
    asked = options(arguments)
    workspace = Workspace("load")
    try:
        answers, samples = walked(workspace, asked)
    finally:
        workspace.close()
    rows, wrong = figures(answers)
    missed = list(faults(rows, wrong, samples))
    show(asked, rows, samples, missed)
    out = environment.ROOT / "var" / "loadtest.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(
        json.dumps({"asked": vars(asked), "pages": rows, "wrong": wrong, "samples": samples}, indent=1)
    )
    return 1 if missed else 0


def options(arguments):
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="make loadtest ARGS=")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--rate", type=float, default=50, help="requests a second")
    parser.add_argument("--mentors", type=int, default=2_000)
    parser.add_argument("--visitors", type=int, default=200)
    return parser.parse_args(arguments)


def walked(workspace, asked):
    """(answers, samples) of one trial."""
    create_database(workspace.base, log_statements=False)
    env, out = environment_of(workspace), workspace.folder / "people.json"
    workspace.run_python("manage.py", "migrate", "-v0", env=env)
    workspace.run_python("manage.py", "collectstatic", "--no-input", "-v0", env=env)
    workspace.run_python("manage.py", "new_keyring", env=env)
    workspace.run_python(
        "-m", "trials.load.people", str(asked.mentors), str(asked.visitors), str(out), env=env
    )
    people, port = json.loads(out.read_text()), free_port()
    with ExitStack() as stack:
        running = {
            "member site": Process(web(port), env, workspace.folder / "member.log"),
            "worker": Process(
                worker_command(), env | {"MENTORING_PROCESS": "worker"}, workspace.folder / "worker.log"
            ),
        }
        stack.callback(redis.Redis.from_url(env["REDIS_URL"]).flushdb)
        for process in running.values():
            stack.callback(process.stop)
        running["member site"].wait_until_ready(f"http://127.0.0.1:{port}/readyz")
        Visitors(port, people, rate=asked.rate / 2, seed=1).visit(WARM_UP_SECONDS)
        with Watch(running, Database(workspace.base)) as watch:
            answers = Visitors(port, people, rate=asked.rate).visit(asked.seconds)
        return answers, watch.samples


def web(port):
    """The member site as systemd starts it."""
    return [
        str(BIN / "gunicorn"),
        "mentoring.wsgi",
        "--preload",
        f"--workers={WORKERS}",
        "--worker-class=gthread",
        f"--threads={THREADS}",
        f"--bind=127.0.0.1:{port}",
        "--keep-alive=0",
        "--no-control-socket",
        "--log-level=error",
    ]


def environment_of(workspace):
    """What every process of the trial shares."""
    var = workspace.folder
    return workspace.kept | {
        "DATABASE_URL": workspace.base_url,
        "REDIS_URL": claim_redis(),
        "VAR": str(var),
        "MENTOR_PAGES": "0",  # two hundred visitors read as many pages as thousands would
        "SITE_URL": "http://127.0.0.1",
        "ALLOWED_HOSTS": "127.0.0.1",
        "MENTORING_PROCESS": "member",
        "CONFIDENTIAL_KEYRING": str(var / "keyring"),
        "CASE_KEYRING": str(var / "case-keyring"),
        "SECRET_KEY": "load" * 15,
        "EMAIL_URL": f"file:{var}/mail",
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
    }


def show(asked, rows, samples, missed):
    """The tables, and what misses a goal."""
    print(
        f"{asked.rate:g} requests a second for {asked.seconds} s, {asked.mentors:,} mentors, {os.cpu_count()} cores"
    )
    print(f"{'milliseconds':14}{'count':>8}{'p50':>8}{'p95':>8}{'p99':>8}{'largest':>9}")
    for name, row in rows.items():
        print(
            f"{name:14}{row['count']:8,}{row['p50']:8.0f}{row['p95']:8.0f}{row['p99']:8.0f}{row['largest']:9.0f}"
        )
    for sample in samples[:: max(len(samples) // 6, 1)]:
        print(", ".join(f"{name} {value}" for name, value in sample.items()))
    print(*(f"MISSED: {line}" for line in missed) if missed else ["every goal is met"], sep="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
