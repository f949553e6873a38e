"""`/metrics`: figures for Prometheus. No names, and only for whoever holds the token."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from mentoring.lib.registry.metrics import METRICS
from mentoring.lib.request_metrics import request_registry

PREFIX = "mentoring_"


class OfRooms:
    """What the rooms tell, as Prometheus reads it."""

    def collect(self):
        """One family for each name."""
        families = {}
        for of_room in METRICS.results():
            for metric in of_room:
                family = families.setdefault(
                    metric.name,
                    GaugeMetricFamily(PREFIX + metric.name, metric.description, labels=list(metric.labels)),
                )
                family.add_metric(list(map(str, metric.labels.values())), metric.value)
        yield from families.values()


@require_safe
def metrics(request):
    """The figures as text. Without the token there is no such page."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, settings.METRICS_TOKEN):
        raise Http404
    rooms = CollectorRegistry()
    rooms.register(OfRooms())
    text = generate_latest(rooms) + generate_latest(request_registry())
    return HttpResponse(text, content_type=CONTENT_TYPE_PLAIN_0_0_4)
