"""What the operator's room offers to others: what it looks at, and numbers for whoever watches."""

from mentoring.lib.registry.doctor import DOCTOR
from mentoring.lib.registry.metrics import METRICS
from operations import metrics
from operations.doctor.machine import machine
from operations.doctor.machines import machines
from operations.doctor.sites import sites

DOCTOR.register(order=10, name="machine")(machine)
DOCTOR.register(order=15, name="machines")(machines)
DOCTOR.register(order=20, name="sites")(sites)
METRICS.register(order=40)(metrics.machine_metrics)
