"""How many requests there were, how they ended and how long they took, by page: for `/metrics`.

With several processes behind one address, PROMETHEUS_MULTIPROC_DIR names a folder in which they keep their counts
together; without it each process tells its own.
"""

import os
import time

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

SECONDS = (0.025, 0.05, 0.1, 0.15, 0.3, 0.8, 2, 10)
REQUESTS = Counter("mentoring_requests", "Requests answered.", ["page", "method", "status"])
DURATION = Histogram("mentoring_request_seconds", "Time to an answer.", ["page"], buckets=SECONDS)
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}


def count_requests(get_response):
    """Middleware: counts each answer under the name of its page, never under its address."""

    def middleware(request):
        began = time.perf_counter()
        response = get_response(request)
        page = request.resolver_match.view_name if request.resolver_match else "none"
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(page, method, response.status_code).inc()
        DURATION.labels(page).observe(time.perf_counter() - began)
        return response

    return middleware


def request_registry():
    """What all processes that share the folder have counted, or this process alone."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry
