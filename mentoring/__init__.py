"""The Django project: settings, addresses and processes. It holds no models and no rules."""

from mentoring.celery import app as celery_app

__all__ = ["celery_app"]
