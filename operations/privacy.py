"""What the operator's room keeps: nothing about anybody."""

from mentoring.lib.registry.personal_data import Rights, columns, declare
from operations.models import MachineCheck

FINGERPRINTS = "fingerprints of secrets, keyed by one of them: they tell equal from other, and open nothing"
WRITTEN = Rights("S", insert=FINGERPRINTS, change=columns("checked_at", "prints", why=FINGERPRINTS))

declare(
    MachineCheck, export="none: about nobody", leaving="none", member="SIU", staff=WRITTEN, worker=WRITTEN
)
