"""Mails through the outbox against one Celery task a mail: the same worker, the same mail server."""

import json
import os
import re
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from trials.harness.processes import BIN, Process
from trials.harness.smtp_sink import Sink

MAILS, ROUNDS = 5_000, 3
RECEIVED = re.compile(rb"Task mail\.tasks\.send_outbox\[.*received")
WORKER = [
    str(BIN / "celery"),
    "-A",
    "mentoring",
    "worker",
    "-B",
    "--concurrency",
    "2",
    "--loglevel",
    "INFO",
    "--without-gossip",
    "--without-mingle",
]


def main():
    """Print the figures as JSON."""
    sink = Sink()
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{sink.port}"
    import django

    django.setup()
    from mail.models import OutgoingMail
    from trials.chaos.fill import write

    write(MAILS)
    first = OutgoingMail.objects.first()
    words = {name: getattr(first, name) for name in ("subject", "text", "html")}
    log = Path(os.environ["VAR"]) / "worker.log"
    with worker(log):
        plain = [timed(sink, one_task_each, words) for _ in range(ROUNDS)]
        before = len(RECEIVED.findall(log.read_bytes()))
        outbox = [timed(sink, rows, words) for _ in range(ROUNDS)]
        woken = len(RECEIVED.findall(log.read_bytes())) - before
    sink.close()
    json.dump(
        {
            "mails": MAILS,
            "plain": round(median(plain), 2),
            "outbox": round(median(outbox), 2),
            "messages": woken,
            "mails_in_all": MAILS * ROUNDS,
        },
        sys.stdout,
    )


@contextmanager
def worker(log):
    """One worker with two processes and a beat, as deployed."""
    made = Process(WORKER, dict(os.environ), log)
    until = time.monotonic() + 60
    while b" ready." not in log.read_bytes() and time.monotonic() < until:
        time.sleep(0.1)
    try:
        yield
    finally:
        made.stop()


def timed(sink, way, words):
    """Seconds from the first mail to the last, each taken once."""
    sink.taken.clear()
    way(words)
    sink.wait_for(MAILS, seconds=300)
    time.sleep(1)  # what was taken twice would come now
    if len({mail.address for mail in sink.taken}) != MAILS or len(sink.taken) != MAILS:
        raise SystemExit(f"{way.__name__}: {len(sink.taken)} sent for {MAILS} mails")
    return sink.taken[-1].at - sink.taken[0].at


def one_task_each(words):
    """Words and all into the queue."""
    from mail.models import OutgoingMail
    from mentoring.celery import app
    from trials.bench.tasks import one_mail

    app.set_default()
    for address in OutgoingMail.objects.values_list("address", flat=True):
        one_mail.delay(address, **words)


def rows(words):
    """All are due, with their words; the next wake-up finds them."""
    from django.utils import timezone

    from mail.models import OutgoingMail

    for mail in OutgoingMail.objects.all():
        for name, text in words.items():
            setattr(mail, name, text)
        mail.save(update_fields=list(words))
    OutgoingMail.objects.update(due_at=timezone.now(), sent_at=None, claim=None)


if __name__ == "__main__":
    main()
