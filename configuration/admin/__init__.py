"""The programme's settings on the staff site."""

from configuration.admin import numbers, texts  # noqa: F401
