"""The account of a scenario: what the mail server took against what was written."""

from collections import Counter
from dataclasses import dataclass, field

from trials.chaos.fill import NEVER


@dataclass
class Outcome:
    """A line of the table. `wrong` says in words what must not be."""

    mails: int
    lost: int = 0
    repeated: int = 0
    different: int = 0  # repeats that are not the same to the byte, or have another Message-ID
    late: int = 0
    killed: int = 0  # processes
    cut: int = 0  # lines that broke after the mail was taken, before the sender was told
    wrong: list = field(default_factory=list)

    def judge(self):
        """Never lost; a repeat only where nobody can know better, and then the same to the byte."""
        for count, what in (
            (self.lost, "lost"),
            (self.different, "repeated with other bytes"),
            (self.late, "late"),
        ):
            if count:
                self.wrong.append(f"{count} {what}")
        if self.repeated > self.killed + self.cut:
            self.wrong.append(f"{self.repeated} repeated")
        return self


def reckon(system, *, late_after, calm_since=0):
    """`late_after` seconds after it was due, or after all had become calm again, a mail is late."""
    taken, first = Counter(), {}
    for mail in list(system.sink.taken):
        taken[mail.address] += 1
        first.setdefault(mail.address, mail)
    refused = {a for a in system.expected if a.startswith(NEVER)} if system.sink.refuses else set()
    found = Outcome(system.mails, killed=system.killed, cut=system.sink.cut)
    found.lost = len(system.expected - refused - taken.keys())
    found.repeated = taken.total() - len(taken)
    found.different = sum(
        (mail.number, mail.digest) != (first[mail.address].number, first[mail.address].digest)
        for mail in system.sink.taken
    )
    found.late = sum(
        first[address].at > max(system.due[address], calm_since) + late_after for address in first
    )
    found.wrong += [*_left_open(system), *_refused(system, refused)]
    return found.judge()


def _left_open(system):
    """A mail that was taken is marked, or it will go again."""
    [(count,)] = system.db.ask(
        "SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NULL AND dead_at IS NULL"
    )
    if count:
        yield f"{count} still open"


def _refused(system, refused):
    """Given up, without a word of theirs; and the address is known from now on."""
    dead = {
        address
        for (address,) in system.db.ask(
            "SELECT address FROM mail_outgoingmail WHERE dead_at IS NOT NULL AND subject || text || html = ''"
        )
    }
    known = {a for (a,) in system.db.ask("SELECT address FROM mail_undeliverable")}
    if dead != refused:
        yield f"{len(refused - dead)} refused and not given up, {len(dead - refused)} given up and not refused"
    if known != refused:
        yield f"{len(refused ^ known)} addresses wrongly known or unknown"
