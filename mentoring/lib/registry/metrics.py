"""What rooms tell whoever watches the program: numbers for Prometheus, of the machinery and of nobody."""

from dataclasses import dataclass, field

from mentoring.lib.registry.base import Hooks


@dataclass(frozen=True)
class Metric:
    """One number of now. `name` without the program's prefix; what is counted in its unit: `mail_oldest_seconds`.

    Labels tell parts of one whole apart (`{"job": "remind"}`): a name always with the same ones, and with few values.
    """

    name: str
    description: str
    value: float
    labels: dict = field(default_factory=dict)


# () -> Metrics, asked for when somebody reads /metrics.
METRICS = Hooks()
