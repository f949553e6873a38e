"""What finding offers to others: how the list stands."""

from directory import metrics
from mentoring.lib.registry.metrics import METRICS

METRICS.register(order=30)(metrics.directory_metrics)
