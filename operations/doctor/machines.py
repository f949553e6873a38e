"""Several machines, one programme: what this one has, against what the doctor found on the others."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from mentoring.lib.beat import HOST
from mentoring.lib.registry.doctor import ok, wrong
from operations.doctor.fingerprints import fingerprints
from operations.models import MachineCheck

FORGOTTEN_AFTER = timedelta(days=30)
OF_EACH_PROCESS = {"SECRET_KEY"}
RING = "What is written on one opens on neither: copy the ring as docs/deployment.md says."
HELPS = {
    "MAIL_KEY": "Mails that wait and links in mails are lost. Write the same into common.env.",
    "SECRET_KEY": "Members are signed out as they come from one to the other. Write the same into both files.",
    "FIGURES_KEY": "No figures are counted. Write that of the first machine into both files.",
    "Redis": "Limits of guessing and the queue are two. Write the same REDIS_URL into both common.env.",
    "CONFIDENTIAL_KEYRING": RING,
    "CASE_KEYRING": RING,
}


def machines():
    """One line for each thing that differs; one line if nothing does. What was found here is kept for the others."""
    now, own = timezone.now(), fingerprints()
    MachineCheck.objects.update_or_create(
        host=HOST, process=settings.PROCESS, defaults={"checked_at": now, "prints": own}
    )
    others = MachineCheck.objects.filter(checked_at__gt=now - FORGOTTEN_AFTER)
    others = list(others.exclude(host=HOST, process=settings.PROCESS).order_by("host", "process"))
    trouble = [line for name in own if (line := _difference(name, own, others))]
    yield from trouble
    hosts = {other.host for other in others} - {HOST}
    if hosts and not trouble:
        yield ok("machines", f"The same keys, rings and Redis as on {', '.join(sorted(hosts))}.")


def _difference(name, own, others):
    """A line, or None. Fingerprints are made with MAIL_KEY: where that is another, nothing else can be said."""
    strangers = [
        other
        for other in others
        if other.prints.get(name, own[name]) != own[name]
        and (name not in OF_EACH_PROCESS or other.process == settings.PROCESS)
        and (name == "MAIL_KEY" or other.prints.get("MAIL_KEY") == own["MAIL_KEY"])
    ]
    if strangers:
        where = ", ".join(f"{other} ({other.checked_at:%Y-%m-%d %H:%M} UTC)" for other in strangers)
        return wrong(name, f"Another than of the {where}. {HELPS[name]} Then run doctor there, too.")
    return None
