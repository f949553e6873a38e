"""What needs a coordinator today: the rooms say it by their hooks, this room knows none of them."""

from dataclasses import dataclass

from mentoring.lib.ages import age_words, is_late
from mentoring.lib.registry.hooks import STAFF_TO_DO, StaffTask


@dataclass(frozen=True)
class WaitingLine:
    """One line of the first page: a StaffTask, how long it has waited in words, and whether that is too long."""

    task: StaffTask
    age: str
    late: bool


def waiting_lines(coordinator, now):
    """All that needs this coordinator, oldest first, in the language and zone that are active."""
    tasks = [task for tasks in STAFF_TO_DO.results(coordinator) for task in tasks]
    return [
        WaitingLine(task, age_words(task.since, now), is_late(task.since, days=task.late_days, now=now))
        for task in sorted(tasks, key=lambda task: task.since)
    ]
