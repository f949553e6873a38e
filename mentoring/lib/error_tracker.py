"""Errors reported to a tracker that speaks Sentry's protocol: where it broke, and nothing of what people wrote.

Off unless SENTRY_DSN is set. A report holds the type of the error, the lines of code, the name of the page and the
number of the request: no local variable, no body, no header, no address, no member.
"""

import sentry_sdk
from sentry_sdk.integrations.celery import CeleryIntegration
from sentry_sdk.integrations.dedupe import DedupeIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.utils import BadDsn, Dsn

from mentoring.lib.env import OddSetting
from mentoring.lib.request_numbers import current_number

KEPT = {
    "event_id",
    "timestamp",
    "platform",
    "level",
    "environment",
    "server_name",
    "sdk",
    "transaction",
    "exception",
}
KEPT_OF_EXCEPTION = {"type", "module", "mechanism", "stacktrace"}


def start_reporting(dsn, *, process):
    """From now on unhandled errors of this process go to `dsn`. OddSetting for an address that is none."""
    try:
        Dsn(dsn)
    except BadDsn:
        raise OddSetting("SENTRY_DSN", "expected https://key@host/number") from None
    sentry_sdk.init(
        dsn=dsn,
        environment=process,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            DjangoIntegration(transaction_style="function_name", middleware_spans=False),
            CeleryIntegration(),
            DedupeIntegration(),
            ExcepthookIntegration(),
        ],
        before_send=scrubbed,
        auto_session_tracking=False,
        send_client_reports=False,
    )


def scrubbed(event, hint):
    """What is known to be harmless, and the request's number. A new field of a new version is left out."""
    kept = {name: value for name, value in event.items() if name in KEPT}
    errors = kept.get("exception", {}).get("values", [])
    kept["exception"] = {
        "values": [
            {name: part for name, part in error.items() if name in KEPT_OF_EXCEPTION} for error in errors
        ]
    }
    kept["tags"] = {"request_number": current_number()}
    return kept
